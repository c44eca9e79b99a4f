package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/**
 * A call of the Messaging API that passed the gate.
 *
 * @param channel whose access token it carries
 * @param retryKey well formed, on the endpoints that take one
 * @param body the JSON body, or a missing node on endpoints without one
 */
record Call(
    Channel channel,
    Instant now,
    String requestId,
    Optional<String> retryKey,
    JsonNode body,
    Context http) {

  /** A user id of the path, refused when it is none. */
  String userId() {
    return userId("userId");
  }

  String userId(String parameter) {
    var id = path(parameter);
    if (!ChannelSpec.USER_ID.matcher(id).matches()) {
      throw new Refused(400, "The value for the '" + parameter + "' parameter is invalid");
    }
    return id;
  }

  String path(String parameter) {
    return http.pathParam(parameter);
  }

  Optional<String> query(String parameter) {
    return Optional.ofNullable(http.queryParam(parameter));
  }

  /** A required text of the body. */
  String text(String property) {
    var value = body.path(property);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new Refused(
          Answer.error(400, "The request body has 1 error(s)", property, "May not be empty"));
    }
    return value.textValue();
  }
}
