package dev.musubi.local.world.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.world.runtime.InvocationResult;
import dev.musubi.local.world.runtime.InvocationResult.Answered;
import dev.musubi.local.world.runtime.InvocationResult.Failed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A response as API Gateway makes it of what a function answered: a document with a status code is
 * followed, any other JSON is the body of a 200, and what can be neither is a 500.
 */
record HttpAnswer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  static HttpAnswer message(int status, String message) {
    var body = JSON.createObjectNode().put("message", message).toString();
    return json(status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpAnswer json(int status, byte[] body) {
    return new HttpAnswer(status, Map.of("content-type", "application/json"), List.of(), body);
  }

  static HttpAnswer failure() {
    return message(500, "Internal Server Error");
  }

  static HttpAnswer of(InvocationResult result) {
    return switch (result) {
      case Failed failed -> failure();
      case Answered answered when answered.payload().length > MOST_BYTES -> failure();
      case Answered answered -> of(answered.payload());
    };
  }

  private static HttpAnswer of(byte[] payload) {
    try {
      var answer = JSON.readTree(payload);
      if (answer.isMissingNode() || answer.isNull()) {
        return json(200, payload);
      }
      return answer.has("statusCode") ? of(answer) : json(200, payload);
    } catch (IOException | IllegalArgumentException malformed) {
      return failure();
    }
  }

  private static HttpAnswer of(JsonNode answer) {
    var status = answer.get("statusCode").asInt();
    var body = answer.path("body");
    if (status < 100 || status > 599 || body.isContainerNode()) {
      throw new IllegalArgumentException("not a response");
    }
    var headers = new LinkedHashMap<String, String>();
    headers.put("content-type", "text/plain;charset=UTF-8");
    for (var header : fields(answer.path("headers")).properties()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText());
    }
    var cookies = new ArrayList<String>();
    answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    var text = body.isNull() ? "" : body.asText();
    var bytes =
        answer.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    return new HttpAnswer(status, headers, cookies, bytes);
  }

  private static JsonNode fields(JsonNode headers) {
    if (headers.isObject() || headers.isNull() || headers.isMissingNode()) {
      return headers;
    }
    throw new IllegalArgumentException("headers are no object");
  }
}
