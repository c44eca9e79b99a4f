package dev.musubi.aws.parameters;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The document of a shop's credentials; its errors name the parameter and the field, no value. */
final class SecretsJson {

  private final JsonMapper json = JsonMapper.builder().build();

  Secrets read(String parameter, String document) {
    try {
      JsonNode read = json.readTree(document);
      JsonNode line = read.path("line");
      JsonNode shopify = read.path("shopify");
      return new Secrets(
          new Secrets.Line(
              text(line, "channelId"),
              secrets(line, "channelSecret", "previousChannelSecret"),
              text(line, "destination")),
          new Secrets.Shopify(
              text(shopify, "clientId"), secrets(shopify, "clientSecret", "previousClientSecret")));
    } catch (JacksonException e) {
      throw new IllegalStateException("the parameter " + parameter + " must hold JSON");
    } catch (MissingField e) {
      throw new IllegalStateException(
          "the parameter " + parameter + " must have a text '" + e.getMessage() + "'");
    }
  }

  private static List<Secret> secrets(JsonNode node, String current, String previous) {
    return Stream.concat(Stream.of(text(node, current)), optional(node, previous).stream())
        .map(Secret::new)
        .toList();
  }

  private static String text(JsonNode node, String field) {
    return optional(node, field).orElseThrow(() -> new MissingField(field));
  }

  private static Optional<String> optional(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).filter(value -> !value.isBlank());
  }

  private static final class MissingField extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingField(String field) {
      super(field);
    }
  }
}
