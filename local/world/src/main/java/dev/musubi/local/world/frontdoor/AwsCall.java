package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** One call of an AWS SDK: who calls which service with what; header names are in lower case. */
record AwsCall(
    Credential credential,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] raw) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The operation of a JSON protocol, for example {@code GetItem}; empty for REST. */
  Optional<String> target() {
    return Optional.ofNullable(headers.get("x-amz-target"))
        .map(target -> target.substring(target.lastIndexOf('.') + 1));
  }

  JsonNode body() {
    try {
      return raw.length == 0 ? MissingNode.getInstance() : JSON.readTree(raw);
    } catch (IOException e) {
      throw new NotSupported("SerializationException", "The body is not JSON.");
    }
  }
}
