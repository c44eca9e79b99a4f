package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The partition key's value in a query's key condition, as {@code dynamodb:LeadingKeys} has it. */
final class LeadingKey {
  private static final Pattern EQUALS = Pattern.compile("(#?[A-Za-z0-9_.-]+)\\s*=\\s*(:\\w+)");

  private LeadingKey() {}

  static Optional<String> ofQuery(JsonNode query, String partitionKey) {
    JsonNode names = query.path("ExpressionAttributeNames");
    Matcher equal = EQUALS.matcher(query.path("KeyConditionExpression").asText());
    while (equal.find()) {
      String name = names.path(equal.group(1)).asText(equal.group(1));
      JsonNode value = query.path("ExpressionAttributeValues").path(equal.group(2));
      if (name.equals(partitionKey) && value.isObject() && !value.isEmpty()) {
        return Optional.of(value.elements().next().asText());
      }
    }
    return Optional.empty();
  }
}
