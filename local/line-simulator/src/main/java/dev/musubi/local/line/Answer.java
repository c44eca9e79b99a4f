package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.line.limits.Complaint;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a call is answered. */
record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static Answer json(int status, JsonNode body) {
    return new Answer(
        status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Answer ok(JsonNode body) {
    return json(200, body);
  }

  /** LINE's answer where there is nothing to say. */
  static Answer empty(int status) {
    return json(status, JSON.objectNode());
  }

  /** An answer without a body. */
  static Answer nothing(int status) {
    return new Answer(status, "text/plain", new byte[0], Map.of());
  }

  static Answer error(int status, String message) {
    return json(status, JSON.objectNode().put("message", message));
  }

  /** An error about one property of the request. */
  static Answer error(int status, String message, String property, String detail) {
    var body = JSON.objectNode().put("message", message);
    body.putArray("details").addObject().put("message", detail).put("property", property);
    return json(status, body);
  }

  /**
   * LINE's answer to a body that breaks its limits: all breaches of the body, or those inside the
   * first message that has any.
   */
  static Answer complaints(List<Complaint> complaints) {
    var ofBody = complaints.stream().filter(one -> one.place().message() < 0).toList();
    if (!ofBody.isEmpty()) {
      return complaints("The request body has " + ofBody.size() + " error(s)", ofBody);
    }
    var index = complaints.getFirst().place().message();
    var inside = complaints.stream().filter(one -> one.place().message() == index).toList();
    return complaints("A message (messages[" + index + "]) in the request body is invalid", inside);
  }

  private static Answer complaints(String message, List<Complaint> complaints) {
    ObjectNode body = JSON.objectNode().put("message", message);
    var details = body.putArray("details");
    for (var complaint : complaints) {
      details
          .addObject()
          .put("message", complaint.message())
          .put("property", complaint.place().shown());
    }
    return json(400, body);
  }

  Answer with(String header, String value) {
    return new Answer(status, contentType, body, Map.of(header, value));
  }

  boolean accepted() {
    return status >= 200 && status < 300;
  }

  void writeTo(Context http) {
    headers.forEach(http::header);
    http.status(status).contentType(contentType).result(body);
  }
}
