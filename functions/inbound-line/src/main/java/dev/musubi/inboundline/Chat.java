package dev.musubi.inboundline;

import dev.musubi.core.people.LineSignal;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.Renderer;
import dev.musubi.core.wording.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers in the chat: free, at once, at most once; an event without a reply token gets no answer.
 */
final class Chat {

  private final Renderer renderer;
  private final Sender sender;

  Chat(Renderer renderer, Sender sender) {
    this.renderer = renderer;
    this.sender = sender;
  }

  void reply(Shop shop, LineSignal.From from, Reply reply) {
    reply(shop, from, reply, Optional.empty());
  }

  void reply(Shop shop, LineSignal.From from, Reply reply, Optional<URI> url) {
    SortedMap<String, String> values = new TreeMap<>();
    url.ifPresent(target -> values.put("url", target.toASCIIString()));
    reply(shop, from, reply, new Content(values, List.of()));
  }

  /** A reply with values of its own; the shop's name is added. */
  void reply(Shop shop, LineSignal.From from, Reply reply, Content content) {
    SortedMap<String, String> values = new TreeMap<>(content.values());
    values.put("shop", shop.storefront().name());
    Content whole = new Content(values, content.items());
    from.reply()
        .ifPresent(
            token ->
                sender.reply(
                    shop.id(), token, renderer.reply(reply, shop.settings().language(), whole)));
  }
}
