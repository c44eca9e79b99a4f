package dev.musubi.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a posted form; of a field that comes twice the first counts. */
public record Form(SortedMap<String, String> fields) {

  public static Form of(APIGatewayV2HTTPEvent event) {
    String body = new String(RawBody.of(event), StandardCharsets.UTF_8);
    SortedMap<String, String> fields = new TreeMap<>();
    for (String field : body.split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        decoded(field.substring(equals + 1))
            .ifPresent(value -> fields.putIfAbsent(field.substring(0, equals), value));
      }
    }
    return new Form(fields);
  }

  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
