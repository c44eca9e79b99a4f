package dev.musubi.local.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Delivery.Header;
import java.util.List;

/** Something that happened in a shop and that subscribers of its topic are told. */
public record Event(String topic, ObjectNode payload, List<Header> headers) {
  public Event {
    headers = List.copyOf(headers);
  }

  static Event about(String topic, ObjectNode payload, String resource, long id) {
    String header = "X-Shopify-" + resource + "-Id";
    return new Event(topic, payload, List.of(new Header(header, Long.toString(id))));
  }
}
