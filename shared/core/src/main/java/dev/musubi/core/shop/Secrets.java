package dev.musubi.core.shop;

import java.util.List;
import java.util.Objects;

/**
 * A shop's credentials on both platforms; the lists hold the current secret first and, during a
 * rotation, the previous one.
 */
public record Secrets(Line line, Shopify shopify) {

  public Secrets {
    Objects.requireNonNull(line, "'line' must not be null");
    Objects.requireNonNull(shopify, "'shopify' must not be null");
  }

  /**
   * The LINE channel: its id, its secrets, and the user id of its bot, to which webhooks are
   * addressed.
   */
  public record Line(String channelId, List<Secret> channelSecrets, String destination) {
    public Line {
      Objects.requireNonNull(channelId, "'channelId' must not be null");
      Objects.requireNonNull(destination, "'destination' must not be null");
      channelSecrets = atLeastOne(channelSecrets, "channelSecrets");
    }
  }

  /** The Shopify app of the merchant's organisation. */
  public record Shopify(String clientId, List<Secret> clientSecrets) {
    public Shopify {
      Objects.requireNonNull(clientId, "'clientId' must not be null");
      clientSecrets = atLeastOne(clientSecrets, "clientSecrets");
    }
  }

  private static List<Secret> atLeastOne(List<Secret> secrets, String name) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' must not be empty");
    }
    return List.copyOf(secrets);
  }
}
