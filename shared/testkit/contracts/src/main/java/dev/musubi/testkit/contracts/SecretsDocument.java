package dev.musubi.testkit.contracts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import java.util.List;

/** A shop's secrets as an operator stores them: the value of its parameter. */
public final class SecretsDocument {

  private SecretsDocument() {}

  /** The value, in JSON. */
  public static String of(Secrets secrets) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode line = document.putObject("line");
    line.put("channelId", secrets.line().channelId());
    line.put("destination", secrets.line().destination());
    put(line, "channelSecret", "previousChannelSecret", secrets.line().channelSecrets());
    ObjectNode shopify = document.putObject("shopify");
    shopify.put("clientId", secrets.shopify().clientId());
    put(shopify, "clientSecret", "previousClientSecret", secrets.shopify().clientSecrets());
    return document.toString();
  }

  private static void put(ObjectNode node, String current, String previous, List<Secret> secrets) {
    node.put(current, secrets.getFirst().value());
    if (secrets.size() > 1) {
      node.put(previous, secrets.get(1).value());
    }
  }
}
