package dev.musubi.inboundline;

import dev.musubi.core.people.LineSignal;
import dev.musubi.core.people.Wish;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Choice;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.KindWords;
import dev.musubi.core.wording.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shopper's say in the chat, also of who is not linked: what comes, what not, and why. */
final class Preferring {

  private final Acquaintance acquaintance;
  private final Chat chat;
  private final InstantSource clock;

  Preferring(Acquaintance acquaintance, Chat chat, InstantSource clock) {
    this.acquaintance = acquaintance;
    this.chat = chat;
    this.clock = clock;
  }

  void asked(Shop shop, LineSignal.PreferencesAsked asked) {
    RecipientState state = acquaintance.heard(shop, asked.from());
    show(shop, asked.from(), state.wishes(), Optional.empty());
  }

  /** A wish that came late, after a newer one, changes nothing and is not confirmed. */
  void wished(Shop shop, LineSignal.Wished wished) {
    LineSignal.From from = wished.from();
    Wishes said = Wishes.NONE.with(wished.wish(), from.at(), shop.zone());
    Wishes stand = acquaintance.change(shop, from, state -> state.wishing(said)).wishes();
    show(shop, from, stand, Optional.of(wished.wish()));
  }

  private void show(Shop shop, LineSignal.From from, Wishes wishes, Optional<Wish> done) {
    Instant now = clock.instant();
    SortedMap<String, String> values = new TreeMap<>();
    done.filter(wish -> wishes.heeds(wish, now))
        .ifPresent(wish -> values.put("done", Choice.done(shop, wish, wishes, now)));
    List<Choice> choices = Choice.of(shop, wishes, now);
    chat.reply(
        shop,
        from,
        Reply.PREFERENCES,
        new Content(values, choices.stream().map(Choice::values).toList()));
  }

  void whyAsked(Shop shop, LineSignal.WhyAsked asked) {
    Kind kind = asked.kind();
    Language language = shop.settings().language();
    boolean wanted = acquaintance.heard(shop, asked.from()).wishes().wanted(kind);
    Choice choice = Choice.ofKind(kind, language, wanted);
    SortedMap<String, String> values = choice.values();
    values.put("sentence", KindWords.why(kind, language, shop.settings().kinds().cap(kind)));
    chat.reply(shop, asked.from(), Reply.WHY, new Content(values, List.of()));
  }
}
