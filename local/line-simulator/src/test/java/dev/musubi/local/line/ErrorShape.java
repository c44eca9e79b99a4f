package dev.musubi.local.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * The two forms of LINE's errors, which its descriptions leave out for most statuses.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#error-responses">error
 *     responses</a>
 */
final class ErrorShape {
  private static final List<String> OF_THE_API = List.of("message", "details", "sentMessages");
  private static final List<String> OF_OAUTH = List.of("error", "error_description");
  private static final List<String> OF_DETAILS = List.of("message", "property");

  private ErrorShape() {}

  static void check(Exchange exchange) {
    try {
      var body = new ObjectMapper().readTree(exchange.answer());
      var form = body.has("error") ? OF_OAUTH : OF_THE_API;
      var right =
          only(body, form)
              && body.path(form.getFirst()).isTextual()
              && body.path("details").valueStream().allMatch(one -> only(one, OF_DETAILS));
      if (!right) {
        throw new AssertionError("no error of LINE's: " + exchange.answer());
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + exchange.answer(), e);
    }
  }

  private static boolean only(JsonNode object, List<String> names) {
    return object.isObject()
        && object.properties().stream().allMatch(one -> names.contains(one.getKey()));
  }
}
