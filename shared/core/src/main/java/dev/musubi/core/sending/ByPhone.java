package dev.musubi.core.sending;

import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shop.MessageClass;
import dev.musubi.core.shop.PhoneNotice;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Notification;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The second way of a service message: to who is no friend, as a LINE notification message, where
 * LINE approved the shop. It is asked for at most once, counts as sent when LINE says that it can
 * be seen, and as not delivered a day later; a notice that went this way never goes the other.
 */
public final class ByPhone {

  /** LINE holds a notification message this long for a person who still has to agree to it. */
  static final Duration AWAITED = Duration.ofHours(24);

  private final Notices notices;
  private final Notifier notifier;
  private final Pacer pacer;
  private final InstantSource clock;

  public ByPhone(Notices notices, Notifier notifier, Pacer pacer, InstantSource clock) {
    this.notices = notices;
    this.notifier = notifier;
    this.pacer = pacer;
    this.clock = clock;
  }

  /** What became of the intent this way, or nothing if it does not go this way. */
  Optional<Attempt.Made> make(SendIntent intent, Dossier dossier, int receives) {
    if (intent.subject().kind().messageClass() != MessageClass.SERVICE) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<PhoneNotice> template = template(intent, dossier.shop());
    if (template.isEmpty() && !mayHaveBeenAsked(intent, dossier, now)) {
      return Optional.empty();
    }
    Optional<Attempt.Made> asked = asked(intent, now);
    if (asked.isPresent()) {
      return asked;
    }
    Optional<PhoneHash> phone = dossier.facts().phone();
    if (template.isEmpty() || phone.isEmpty() || !Policies.stranger(intent, dossier, now)) {
      return Optional.empty();
    }
    return Optional.of(judge(intent, dossier, template.get(), receives));
  }

  /**
   * A shop without a template may have had one. A read for each of its messages would cost more
   * than it saves: only what is a day old, or for who became a friend since, can have been asked
   * for.
   */
  private static boolean mayHaveBeenAsked(SendIntent intent, Dossier dossier, Instant now) {
    Instant due = intent.due();
    return !now.isBefore(due.plus(AWAITED))
        || dossier.link().current().filter(tie -> !tie.since().isBefore(due)).isPresent()
        || dossier.recipient().filter(r -> !r.friendship().asOf().isBefore(due)).isPresent();
  }

  /** What LINE was asked for under this identity, if it was. */
  Optional<Attempt.Made> asked(SendIntent intent) {
    return intent.subject().kind().messageClass() == MessageClass.SERVICE
        ? asked(intent, clock.instant())
        : Optional.empty();
  }

  private Optional<Attempt.Made> asked(SendIntent intent, Instant now) {
    return notices
        .find(intent.shop(), intent.id())
        .map(notice -> made(intent, awaited(intent, notice, now)));
  }

  private static Optional<PhoneNotice> template(SendIntent intent, Shop shop) {
    return shop.settings().kinds().byPhone(intent.subject().kind());
  }

  private Attempt.Made judge(
      SendIntent intent, Dossier dossier, PhoneNotice template, int receives) {
    Instant stale = intent.due().plus(AWAITED);
    Instant now = clock.instant();
    if (now.isAfter(stale)) {
      return made(intent, Step.Finish.done(new Result.Skipped(new Untimely.Stale(stale))));
    }
    return switch (Policies.judgeByPhone(intent, dossier, now)) {
      case Verdict.Skip(Reason why) -> made(intent, Step.Finish.done(new Result.Skipped(why)));
      case Verdict.Defer(Reason why, Instant until, Optional<Instant> notAfter) ->
          made(intent, later(notAfter.map(intent::goodUntil).orElse(intent), why, until));
      case Verdict.Send() -> {
        Notification message = Notification.of(template, dossier.facts().content(dossier.shop()));
        pacer.await(intent.shop());
        yield ask(intent, dossier.facts().phone().orElseThrow(), message, receives);
      }
    };
  }

  private Attempt.Made ask(SendIntent intent, PhoneHash phone, Notification message, int receives) {
    Notices.Notice notice = Notices.Notice.of(intent, clock.instant());
    if (!notices.open(notice)) {
      Notices.Notice first = notices.find(intent.shop(), intent.id()).orElse(notice);
      return made(intent, awaited(intent, first, clock.instant()));
    }
    WireOutcome answer = notifier.notify(intent.shop(), phone, intent.id(), message);
    Instant now = clock.instant();
    Step.Finish finish =
        switch (answer) {
          case WireOutcome.Accepted accepted -> awaited(intent, notice, now);
          case WireOutcome.Unclear unclear -> awaited(intent, notice, now);
          case WireOutcome.Refused(String code) ->
              Step.Finish.done(new Result.Refused(new AtLine.RefusedByLine(code)));
          case WireOutcome.MonthlyLimit limit -> again(intent, receives, now);
          case WireOutcome.Throttled throttled -> again(intent, receives, now);
          case WireOutcome.TokenRejected rejected -> again(intent, receives, now);
        };
    return new Attempt.Made(judged(intent, finish), Optional.of(answer));
  }

  private Step.Finish again(SendIntent intent, int receives, Instant now) {
    notices.withdraw(intent.shop(), intent.id());
    Settlement settlement = SendTable.again(intent, receives, now);
    return new Step.Finish(settlement.result(), settlement.then());
  }

  private static Step.Finish awaited(SendIntent intent, Notices.Notice notice, Instant now) {
    Instant until = notice.at().plus(AWAITED);
    return until.isAfter(now)
        ? later(intent, new AtLine.Awaited(until), until)
        : Step.Finish.done(new Result.Refused(new AtLine.NotDelivered()));
  }

  private static Step.Finish later(SendIntent intent, Reason why, Instant until) {
    return new Step.Finish(
        Optional.of(new Result.Deferred(why, until)), new Disposition.Later(intent, until));
  }

  private Attempt.Made made(SendIntent intent, Step.Finish finish) {
    return new Attempt.Made(judged(intent, finish), Optional.empty());
  }

  private Judged judged(SendIntent intent, Step.Finish finish) {
    return new Judged(
        finish
            .result()
            .map(result -> new Delivery(intent, result, Optional.empty(), clock.instant())),
        finish.then());
  }
}
