package dev.musubi.local.world.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The secrets that one shop shares with LINE and Shopify; they never print themselves. */
public record ShopSecrets(
    String channelId,
    String channelSecret,
    String destination,
    String clientId,
    String clientSecret) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The parameter's value, as the product reads it. */
  public String json() {
    ObjectNode value = JSON.createObjectNode();
    value
        .putObject("line")
        .put("channelId", channelId)
        .put("channelSecret", channelSecret)
        .put("destination", destination);
    value.putObject("shopify").put("clientId", clientId).put("clientSecret", clientSecret);
    return value.toString();
  }

  @Override
  public String toString() {
    return "ShopSecrets[hidden]";
  }
}
