package dev.musubi.local.shopify.shop;

import java.util.Arrays;

/** Where an order was placed: its {@code source_name}. */
public enum SalesChannel {
  WEB("web"),
  POS("pos");

  private final String label;

  SalesChannel(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static SalesChannel named(String label) {
    return Arrays.stream(values())
        .filter(channel -> channel.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownName(
                    "source", label, Arrays.stream(values()).map(SalesChannel::label).toList()));
  }
}
