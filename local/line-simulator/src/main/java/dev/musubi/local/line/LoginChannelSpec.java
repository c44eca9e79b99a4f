package dev.musubi.local.line;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A LINE Login channel as the LINE Developers Console would show it.
 *
 * @param name what the consent page calls the service
 * @param callbacks where people may be sent back to; matched to the letter
 * @param linkedShop the shop whose official account the add-friend option offers
 */
public record LoginChannelSpec(
    String channelId,
    String channelSecret,
    String name,
    List<URI> callbacks,
    Optional<String> linkedShop) {

  public LoginChannelSpec {
    ChannelSpec.requireText(channelId, "channelId");
    ChannelSpec.requireText(channelSecret, "channelSecret");
    ChannelSpec.requireText(name, "name");
    callbacks = List.copyOf(callbacks);
    if (callbacks.isEmpty()) {
      throw new IllegalArgumentException("'callbacks' must hold at least one address");
    }
  }
}
