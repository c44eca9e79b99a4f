package dev.musubi.local.world.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.world.runtime.InvocationResult;
import dev.musubi.local.world.runtime.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The product's functions that its operators call: {@code settings} and {@code wording}. */
public final class Functions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SETTINGS = "settings";
  private static final String WORDING = "wording";

  private final Invoker invoker;

  /** Calls through {@code invoker}. */
  public Functions(Invoker invoker) {
    this.invoker = invoker;
  }

  /** Registers a shop with its first settings. */
  public JsonNode register(String shop, Map<String, Object> storefront, JsonNode settings) {
    return call(shop, Optional.of(storefront), settings);
  }

  /** Merges a partial document into a shop's settings; an empty one changes nothing. */
  public JsonNode change(String shop, JsonNode settings) {
    return call(shop, Optional.empty(), settings);
  }

  /** What the operators read about persons: {@code operation} is export or erasures. */
  public JsonNode rights(String shop, String operation, Optional<Long> customer) {
    ObjectNode request = JSON.createObjectNode().put("shop", shop).put("operation", operation);
    customer.ifPresent(number -> request.put("customer", number));
    return invoke(SETTINGS, request);
  }

  /** What became of a day's messages by kind; or the answer's {@code refused}. */
  public JsonNode counts(String shop, String day) {
    return invoke(
        SETTINGS,
        JSON.createObjectNode().put("shop", shop).put("operation", "counts").put("day", day));
  }

  /** Keeps, shows or tries a template; answers what the function answers. */
  public JsonNode wording(ObjectNode request) {
    return invoke(WORDING, request);
  }

  /** The answer's {@code settings}, or its {@code refused}. */
  private JsonNode call(String shop, Optional<Map<String, Object>> storefront, JsonNode settings) {
    ObjectNode request = JSON.createObjectNode().put("shop", shop);
    storefront.ifPresent(given -> request.set("storefront", JSON.valueToTree(given)));
    request.set("settings", settings);
    return invoke(SETTINGS, request);
  }

  private JsonNode invoke(String function, ObjectNode request) {
    byte[] payload = request.toString().getBytes(StandardCharsets.UTF_8);
    InvocationResult result = invoker.invoke(function, payload).join();
    try {
      return switch (result) {
        case InvocationResult.Answered answered -> JSON.readTree(answered.payload());
        case InvocationResult.Failed failed ->
            throw new IllegalStateException(
                "the function " + function + " failed, see its log: " + failed.type());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
