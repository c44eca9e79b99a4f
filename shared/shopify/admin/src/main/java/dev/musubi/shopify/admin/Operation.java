package dev.musubi.shopify.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The GraphQL operations that are sent, each a resource beside this class. */
enum Operation {
  ORDER("Order"),
  ORDERS("Orders"),
  PRODUCTS("Products"),
  TAGS_ADD("TagsAdd"),
  TAGS_REMOVE("TagsRemove"),
  WEBHOOK_SUBSCRIPTIONS("WebhookSubscriptions"),
  WEBHOOK_SUBSCRIPTION_CREATE("WebhookSubscriptionCreate");

  private final String text;

  Operation(String name) {
    try (InputStream resource = Operation.class.getResourceAsStream(name + ".graphql")) {
      this.text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }
}
