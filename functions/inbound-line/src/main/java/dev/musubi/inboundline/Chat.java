package dev.musubi.inboundline;

import dev.musubi.core.people.LineSignal;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Renderer;
import dev.musubi.core.wording.Reply;
import java.net.URI;
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
    values.put("shop", shop.storefront().name());
    url.ifPresent(target -> values.put("url", target.toASCIIString()));
    from.reply()
        .ifPresent(
            token ->
                sender.reply(
                    shop.id(), token, renderer.reply(reply, shop.settings().language(), values)));
  }
}
