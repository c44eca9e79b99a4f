package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.Optional;

/** What LINE's OAuth endpoints have in common: forms in, errors out. */
final class OAuth {
  static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private OAuth() {}

  static Refused refused(String error, String description) {
    return refused(400, error, description);
  }

  static Refused refused(int status, String error, String description) {
    return new Refused(
        Answer.json(
            status,
            JsonNodeFactory.instance
                .objectNode()
                .put("error", error)
                .put("error_description", description)));
  }

  /** A field of the form, refused when it is missing. */
  static String field(Context http, String name) {
    return Optional.ofNullable(http.formParam(name))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> refused("invalid_request", "Missing '" + name + "'."));
  }

  /** The token of the authorization header, or an empty text. */
  static String bearer(Context http) {
    var header = Optional.ofNullable(http.header("Authorization")).orElse("");
    return header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : "";
  }
}
