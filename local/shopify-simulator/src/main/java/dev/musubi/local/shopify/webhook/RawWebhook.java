package dev.musubi.local.shopify.webhook;

import dev.musubi.local.shopify.shop.Delivery.Header;
import java.util.List;

/** A webhook with a body and headers of one's own, also hostile ones. */
public record RawWebhook(String topic, String body, List<Header> headers) {
  public RawWebhook {
    headers = List.copyOf(headers);
  }
}
