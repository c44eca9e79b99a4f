package dev.musubi.core.sending;

import dev.musubi.core.people.Fate;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Version;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.Formats;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.Renderer;
import dev.musubi.core.wording.TemplateVersion;
import java.time.Duration;
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

  /** Longer than a process may be at work on a message that the queue handed out before. */
  static final Duration AT_WORK = Duration.ofSeconds(40);

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

  /** Nothing is recorded of who was erased: a row would be a trace of them. */
  Made make(SendIntent asked, Dossier dossier, int receives) {
    return switch (dossier.fate()) {
      case Fate.Stands stands -> one(asked, dossier, receives);
      case Fate.Erased erased -> unrecorded(new Disposition.Acknowledge());
      case Fate.MergedInto merged -> merged(asked, dossier, receives);
    };
  }

  /**
   * The intent goes on under the customer who was kept. One that was tried before the merge is not
   * tried again: under its new identity LINE would not know it.
   */
  private Made merged(SendIntent asked, Dossier dossier, int receives) {
    SendIntent kept = dossier.standing(asked);
    if (mark(asked, dossier).filter(Mark.InFlight.class::isInstance).isEmpty()) {
      return one(kept, dossier, receives);
    }
    Delivery row = row(kept, new Result.Unknown(new Ineligible.Relinked()), Optional.empty());
    return new Made(new Judged(Optional.of(row), new Disposition.Acknowledge()), Optional.empty());
  }

  private static Made unrecorded(Disposition then) {
    return new Made(new Judged(Optional.empty(), then), Optional.empty());
  }

  private Made one(SendIntent intent, Dossier first, int receives) {
    Dossier dossier = first;
    for (int race = 0; race < MOST_RACES; race++) {
      Optional<Result> recorded = recorded(intent, dossier);
      Step step = step(intent, dossier, recorded);
      if (!(step instanceof Step.Finish)) {
        pacer.await(intent.shop());
        step = step(intent, dossier, recorded);
      }
      if (step instanceof Step.Finish finish) {
        return finished(intent, dossier, finish, receives);
      }
      Reservation reservation = reservation(step, intent, dossier);
      switch (recipients.replace(reservation.state())) {
        case Recipients.Replaced.Lost(RecipientState current) -> {
          if (current.version().equals(Version.NONE)) {
            // Only an erasure removes an item: all has to be read again.
            return unrecorded(new Disposition.RetryAfter(SendTable.backOff(receives)));
          }
          dossier = dossier.with(current);
        }
        case Recipients.Replaced.Done(RecipientState stored) -> {
          return call(intent, stored, reservation, receives);
        }
      }
    }
    throw new IllegalStateException("the recipient's item changed too often, tried again later");
  }

  private Made finished(SendIntent intent, Dossier dossier, Step.Finish finish, int receives) {
    Optional<Mark.InFlight> mark = inFlight(intent, dossier);
    Optional<RetryKey> key = mark.map(tried -> key(intent, tried));
    boolean skipped = finish.result().filter(Result.Skipped.class::isInstance).isPresent();
    boolean unsure = skipped && mark.isEmpty() && anotherMayBeAtWork(intent, receives);
    Disposition then = unsure ? new Disposition.RetryAfter(AT_WORK) : finish.then();
    Optional<Delivery> row = finish.result().map(result -> row(intent, result, key));
    return new Made(new Judged(row, then), Optional.empty());
  }

  /**
   * Whether an earlier receiver of the same message may be sending it by what it read before: who
   * acknowledges a message does so for both, and if the other dies, nobody would know of it.
   */
  private boolean anotherMayBeAtWork(SendIntent intent, int receives) {
    if (receives == 1 || receives >= SendTable.LAST_RECEIVE) {
      return false;
    }
    Instant surely = clock.instant().minus(AT_WORK);
    return deliveries
        .find(intent)
        .filter(row -> row.result() instanceof Result.Skipped && !row.at().isAfter(surely))
        .isEmpty();
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
        Composed content = compose(intent, dossier);
        Mark.InFlight mark = Mark.InFlight.first(epoch, state.user(), content, now);
        RecipientState reserved = state.reserve(intent, mark, slot(intent, dossier, now));
        yield new Reservation(reserved, mark, rendered(intent, content));
      }
      case Step.Retry(Mark.InFlight mark) -> {
        RecipientState retried = state.retry(mark, slot(intent, dossier, clock.instant()));
        yield new Reservation(retried, mark, rendered(intent, mark.content()));
      }
      case Step.Finish finish -> throw new IllegalArgumentException("nothing to reserve");
    };
  }

  private static Slot slot(SendIntent intent, Dossier dossier, Instant now) {
    return new Slot(intent.subject().kind(), intent.id(), now, dossier.shop().today(now));
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
