package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.Formats;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.Renderer;
import dev.musubi.core.wording.TemplateVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Carries out the table for one intent: asks it, reserves, calls LINE, settles. A lost race is
 * judged again on what stands there; whoever dies in between leaves a mark that the next one
 * continues from.
 */
public final class Attempt {

  private static final int MOST_RACES = 10;
  private static final int LONGEST_SHOP_NAME = 40;

  private final Recipients recipients;
  private final Deliveries deliveries;
  private final Renderer renderer;
  private final Sender sender;
  private final Pacer pacer;
  private final InstantSource clock;

  public Attempt(
      Recipients recipients,
      Deliveries deliveries,
      Renderer renderer,
      Sender sender,
      Pacer pacer,
      InstantSource clock) {
    this.recipients = recipients;
    this.deliveries = deliveries;
    this.renderer = renderer;
    this.sender = sender;
    this.pacer = pacer;
    this.clock = clock;
  }

  /** What an attempt came to; {@code answer} is LINE's, if LINE was called. */
  record Made(Judged judged, Optional<WireOutcome> answer) {}

  Made make(SendIntent intent, Dossier first, int receives) {
    Dossier dossier = first;
    for (int race = 0; race < MOST_RACES; race++) {
      Optional<Result> recorded = recorded(intent, dossier);
      Step step = step(intent, dossier, recorded);
      if (!(step instanceof Step.Finish)) {
        pacer.await(intent.shop());
        step = step(intent, dossier, recorded);
      }
      if (step instanceof Step.Finish(Optional<Result> result, Disposition then)) {
        Optional<RetryKey> key = inFlight(intent, dossier).map(mark -> key(intent, mark));
        return new Made(new Judged(result.map(r -> row(intent, r, key)), then), Optional.empty());
      }
      Reservation reservation = reservation(step, intent, dossier);
      switch (recipients.replace(reservation.state())) {
        case Recipients.Replaced.Lost(RecipientState current) -> dossier = dossier.with(current);
        case Recipients.Replaced.Done(RecipientState stored) -> {
          return call(intent, stored, reservation, receives);
        }
      }
    }
    throw new IllegalStateException("the recipient's item changed too often, tried again later");
  }

  /**
   * Only what left a mark was here before: an intent that comes for the first time costs no read.
   */
  private Optional<Result> recorded(SendIntent intent, Dossier dossier) {
    return mark(intent, dossier).flatMap(mark -> deliveries.find(intent)).map(Delivery::result);
  }

  private Step step(SendIntent intent, Dossier dossier, Optional<Result> recorded) {
    return SendTable.next(mark(intent, dossier), recorded, intent, dossier, clock.instant());
  }

  private static Optional<Mark> mark(SendIntent intent, Dossier dossier) {
    return dossier.recipient().flatMap(state -> state.mark(intent.id()));
  }

  /** The state to write before LINE is called, the mark in it, and the message it stands for. */
  private record Reservation(RecipientState state, Mark.InFlight mark, Rendered message) {}

  private Reservation reservation(Step step, SendIntent intent, Dossier dossier) {
    RecipientState state = dossier.recipient().orElseThrow();
    return switch (step) {
      case Step.Reserve(int epoch) -> {
        Instant now = clock.instant();
        Shop shop = dossier.shop();
        Composed content = compose(intent, dossier);
        Mark.InFlight mark = Mark.InFlight.first(epoch, state.user(), content, now);
        Slot slot = new Slot(intent.subject().kind(), intent.id(), now, shop.today(now));
        yield new Reservation(state.reserve(intent, mark, slot), mark, rendered(intent, content));
      }
      case Step.Retry(Mark.InFlight mark) ->
          new Reservation(state.retry(intent.id(), mark), mark, rendered(intent, mark.content()));
      case Step.Finish finish -> throw new IllegalArgumentException("nothing to reserve");
    };
  }

  private Composed compose(SendIntent intent, Dossier dossier) {
    Shop shop = dossier.shop();
    Content content = dossier.facts().content(shop);
    SortedMap<String, String> values = new TreeMap<>(content.values());
    values.put("shop", Formats.cut(shop.storefront().name(), LONGEST_SHOP_NAME));
    if (shop.settings().wording().discreet()) {
      values.put(Composed.DISCREET, "yes");
    }
    return new Composed(template(intent.subject().kind(), shop), values, content.items());
  }

  private TemplateVersion template(Kind kind, Shop shop) {
    Language language = shop.settings().language();
    return shop.settings()
        .wording()
        .own(kind)
        .map(number -> new TemplateVersion(kind, language, number, true))
        .orElseGet(() -> renderer.newest(kind, language));
  }

  private Rendered rendered(SendIntent intent, Composed content) {
    return renderer.render(intent.shop(), content);
  }

  private Made call(
      SendIntent intent, RecipientState stored, Reservation reservation, int receives) {
    Mark.InFlight mark = reservation.mark();
    RetryKey key = key(intent, mark);
    WireOutcome answer = sender.push(intent.shop(), key, mark.to(), reservation.message());
    Settlement settlement = SendTable.settle(mark, answer, intent, receives, clock.instant());
    if (settlement.release()) {
      release(intent, stored, mark);
    }
    Optional<Delivery> row = settlement.result().map(r -> row(intent, r, Optional.of(key)));
    return new Made(new Judged(row, settlement.then()), Optional.of(answer));
  }

  private void release(SendIntent intent, RecipientState stored, Mark.InFlight mark) {
    RecipientState current = stored;
    for (int race = 0; race < MOST_RACES; race++) {
      boolean mine = current.mark(intent.id()).filter(mark::equals).isPresent();
      if (!mine) {
        return;
      }
      switch (recipients.replace(current.release(intent.id(), mark))) {
        case Recipients.Replaced.Done done -> {
          return;
        }
        case Recipients.Replaced.Lost(RecipientState newer) -> current = newer;
      }
    }
    throw new IllegalStateException("the recipient's item changed too often, tried again later");
  }

  private Delivery row(SendIntent intent, Result result, Optional<RetryKey> key) {
    return new Delivery(intent, result, key, clock.instant());
  }

  private static Optional<Mark.InFlight> inFlight(SendIntent intent, Dossier dossier) {
    return mark(intent, dossier)
        .filter(Mark.InFlight.class::isInstance)
        .map(Mark.InFlight.class::cast);
  }

  private static RetryKey key(SendIntent intent, Mark.InFlight mark) {
    return RetryKey.of(intent.id(), mark.epoch(), mark.to());
  }
}
