package dev.musubi.inboundline;

import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineSignal;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Receipts;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Reply;
import java.time.Instant;
import java.util.List;

/**
 * Acts on what people do in the chat; the same signal twice, or late, or swapped with another, has
 * one effect.
 */
final class Conversation {

  private final Acquaintance acquaintance;
  private final Linking linking;
  private final Preferring preferring;
  private final Outbox outbox;
  private final Chat chat;
  private final Receipts receipts;

  Conversation(
      Acquaintance acquaintance,
      Linking linking,
      Preferring preferring,
      Outbox outbox,
      Chat chat,
      Receipts receipts) {
    this.acquaintance = acquaintance;
    this.linking = linking;
    this.preferring = preferring;
    this.outbox = outbox;
    this.chat = chat;
    this.receipts = receipts;
  }

  void hear(Shop shop, LineSignal signal) {
    switch (signal) {
      case LineSignal.Followed followed -> followed(shop, followed.from());
      case LineSignal.Blocked blocked ->
          acquaintance.heard(shop, blocked.from(), Friendship.State.BLOCKED);
      case LineSignal.LinkAsked asked -> {
        acquaintance.heard(shop, asked.from());
        linking.asked(shop, asked);
      }
      case LineSignal.UnlinkConsidered considered -> {
        acquaintance.heard(shop, considered.from());
        linking.unlinkConsidered(shop, considered);
      }
      case LineSignal.UnlinkAsked asked -> {
        acquaintance.heard(shop, asked.from());
        linking.unlinkAsked(shop, asked);
      }
      case LineSignal.LinkConfirmed confirmed -> {
        acquaintance.heard(shop, confirmed.from());
        linking.confirmed(shop, confirmed);
      }
      case LineSignal.PreferencesAsked asked -> preferring.asked(shop, asked);
      case LineSignal.Wished wished -> preferring.wished(shop, wished);
      case LineSignal.WhyAsked asked -> preferring.whyAsked(shop, asked);
      case LineSignal.Spoke spoke -> acquaintance.heard(shop, spoke.from());
      case LineSignal.NoticeDelivered(String tag, Instant at) ->
          SendId.parse(tag).ifPresent(send -> receipts.delivered(shop.id(), send, at));
      case LineSignal.Other other -> {}
    }
  }

  /** Whether a per-user menu outlives a block is not documented: it is set anew. */
  private void followed(Shop shop, LineSignal.From from) {
    acquaintance.heard(shop, from);
    outbox.now(List.of(new Chore.Reconcile(shop.id(), Person.of(from.user()))));
    if (!linking.linked(shop, from)) {
      chat.reply(shop, from, Reply.GREETING);
    }
  }
}
