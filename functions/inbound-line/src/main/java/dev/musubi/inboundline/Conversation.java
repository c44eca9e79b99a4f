package dev.musubi.inboundline;

import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineSignal;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Preference;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Receipts;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Reply;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Acts on what people do in the chat; the same signal twice, or late, or swapped with another, has
 * one effect.
 */
final class Conversation {

  private final Recipients recipients;
  private final Linking linking;
  private final Outbox outbox;
  private final Chat chat;
  private final Receipts receipts;

  Conversation(
      Recipients recipients, Linking linking, Outbox outbox, Chat chat, Receipts receipts) {
    this.recipients = recipients;
    this.linking = linking;
    this.outbox = outbox;
    this.chat = chat;
    this.receipts = receipts;
  }

  void hear(Shop shop, LineSignal signal) {
    switch (signal) {
      case LineSignal.Followed followed -> followed(shop, followed.from());
      case LineSignal.Blocked blocked -> heard(shop, blocked.from(), Friendship.State.BLOCKED);
      case LineSignal.LinkAsked asked -> {
        heard(shop, asked.from(), Friendship.State.FRIEND);
        linking.asked(shop, asked);
      }
      case LineSignal.UnlinkAsked asked -> {
        heard(shop, asked.from(), Friendship.State.FRIEND);
        linking.unlinkAsked(shop, asked);
      }
      case LineSignal.LinkConfirmed confirmed -> {
        heard(shop, confirmed.from(), Friendship.State.FRIEND);
        linking.confirmed(shop, confirmed);
      }
      case LineSignal.Preferred preferred -> preferred(shop, preferred);
      case LineSignal.Spoke spoke -> heard(shop, spoke.from(), Friendship.State.FRIEND);
      case LineSignal.NoticeDelivered(String tag, Instant at) ->
          SendId.parse(tag).ifPresent(send -> receipts.delivered(shop.id(), send, at));
      case LineSignal.Other other -> {}
    }
  }

  /** Whether a per-user menu outlives a block is not documented: it is set anew. */
  private void followed(Shop shop, LineSignal.From from) {
    heard(shop, from, Friendship.State.FRIEND);
    outbox.now(List.of(new Chore.Reconcile(shop.id(), Person.of(from.user()))));
    if (!linking.linked(shop, from)) {
      chat.reply(shop, from, Reply.GREETING);
    }
  }

  private void preferred(Shop shop, LineSignal.Preferred preferred) {
    LineSignal.From from = preferred.from();
    Kind kind = preferred.kind();
    Preference heard = new Preference(preferred.on(), from.at());
    change(shop, from, state -> state.prefers(kind, heard));
    heard(shop, from, Friendship.State.FRIEND);
    chat.reply(shop, from, preferred.on() ? Reply.RESUMED : Reply.STOPPED);
  }

  private void heard(Shop shop, LineSignal.From from, Friendship.State state) {
    Friendship heard = new Friendship(state, from.at());
    change(shop, from, current -> current.heard(heard));
  }

  private void change(Shop shop, LineSignal.From from, UnaryOperator<RecipientState> change) {
    RecipientState current = recipients.find(shop.id(), List.of(from.user())).get(from.user());
    for (RecipientState next = change.apply(current);
        !next.equals(current);
        next = change.apply(current)) {
      switch (recipients.replace(next)) {
        case Recipients.Replaced.Done done -> {
          return;
        }
        case Recipients.Replaced.Lost(RecipientState newer) -> current = newer;
      }
    }
  }
}
