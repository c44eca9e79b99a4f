package dev.musubi.core.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The state table of the send path as two pure functions: what to do with an intent that comes, and
 * what to do with LINE's answer. Whoever calls only carries out what they say.
 */
public final class SendTable {

  /** At this receive a failing message is scheduled instead: the queue gives up at the tenth. */
  public static final int LAST_RECEIVE = 9;

  static final Duration FIRST_BACKOFF = Duration.ofSeconds(30);
  static final Duration LONGEST_BACKOFF = Duration.ofHours(12);
  static final Duration OUTAGE = Duration.ofHours(1);
  static final Duration LIMIT_RETRY = Duration.ofMinutes(15);

  private SendTable() {}

  /**
   * Judges an intent whose mark and record stand as given; {@code dossier} is that of the mark's
   * recipient.
   */
  public static Step next(
      Optional<Mark> mark,
      Optional<Result> recorded,
      SendIntent intent,
      Dossier dossier,
      Instant now) {
    if (recorded.filter(Result.Sent.class::isInstance).isPresent()) {
      return new Step.Finish(Optional.empty(), new Disposition.Acknowledge());
    }
    if (mark.isEmpty()) {
      return judge(0, intent, dossier, now);
    }
    return switch (mark.get()) {
      case Mark.Released released when isRefused(recorded) ->
          new Step.Finish(Optional.empty(), new Disposition.Acknowledge());
      case Mark.Released released -> judge(released.epoch(), intent, dossier, now);
      case Mark.InFlight inFlight -> resume(inFlight, intent, dossier, now);
    };
  }

  /** What was given back and recorded so is done with; another copy of it is none of its own. */
  private static boolean isRefused(Optional<Result> recorded) {
    return recorded.filter(Result.Refused.class::isInstance).isPresent();
  }

  private static Step judge(int epoch, SendIntent intent, Dossier dossier, Instant now) {
    if (now.isAfter(intent.notAfter())) {
      return Step.Finish.done(new Result.Skipped(new Untimely.Stale(intent.notAfter())));
    }
    return switch (Policies.judge(intent, dossier, now)) {
      case Verdict.Send() -> new Step.Reserve(epoch);
      case Verdict.Skip(Reason why) -> Step.Finish.done(new Result.Skipped(why));
      case Verdict.Defer(Reason why, Instant until, Optional<Instant> notAfter) ->
          deferred(notAfter.map(intent::goodUntil).orElse(intent), why, until);
    };
  }

  private static Step deferred(SendIntent intent, Reason why, Instant until) {
    return until.isAfter(intent.notAfter())
        ? Step.Finish.done(new Result.Skipped(new Untimely.Stale(intent.notAfter())))
        : later(intent, why, until);
  }

  private static Step resume(Mark.InFlight mark, SendIntent intent, Dossier dossier, Instant now) {
    if (!mark.isOf(intent)) {
      return Step.Finish.done(new Result.Skipped(new Unwanted.ToldAlready()));
    }
    if (mark.leaseUntil().isAfter(now)) {
      Duration rest = Duration.between(now, mark.leaseUntil());
      return new Step.Finish(Optional.empty(), new Disposition.RetryAfter(rest));
    }
    if (!now.isBefore(mark.retryableUntil())) {
      return new Step.Finish(
          Optional.of(new Result.Unknown(new AtLine.Unsettled())), new Disposition.Park());
    }
    if (now.isAfter(intent.notAfter())) {
      return Step.Finish.done(new Result.Unknown(new Untimely.Stale(intent.notAfter())));
    }
    return switch (Policies.recheck(intent, mark, dossier, now)) {
      case Verdict.Send() -> new Step.Retry(mark.again(now));
      case Verdict.Skip(Reason why) -> Step.Finish.done(new Result.Unknown(why));
      case Verdict.Defer(Reason why, Instant until, Optional<Instant> notAfter) ->
          until.isBefore(mark.retryableUntil())
              ? later(notAfter.map(intent::goodUntil).orElse(intent), why, until)
              : Step.Finish.done(new Result.Unknown(why));
    };
  }

  private static Step later(SendIntent intent, Reason why, Instant until) {
    return new Step.Finish(
        Optional.of(new Result.Deferred(why, until)), new Disposition.Later(intent, until));
  }

  /**
   * Judges LINE's answer to the try that {@code mark} stands for; {@code receives} counts from 1.
   */
  public static Settlement settle(
      Mark.InFlight mark, WireOutcome outcome, SendIntent intent, int receives, Instant now) {
    return switch (outcome) {
      case WireOutcome.Accepted(String requestId) -> done(false, new Result.Sent(requestId));
      case WireOutcome.Refused(String code) -> refused(mark, new AtLine.RefusedByLine(code));
      case WireOutcome.MonthlyLimit() -> limited(mark, intent, now);
      case WireOutcome.Throttled() -> again(intent, receives, now);
      case WireOutcome.TokenRejected() -> again(intent, receives, now);
      case WireOutcome.Unclear(String cause) -> again(intent, receives, now);
    };
  }

  private static Settlement refused(Mark.InFlight mark, Reason why) {
    return mark.tries() == 1
        ? done(true, new Result.Refused(why))
        : done(false, new Result.Unknown(why));
  }

  private static Settlement limited(Mark.InFlight mark, SendIntent intent, Instant now) {
    Reason why = new AtLine.RefusedByLine("monthly limit");
    Instant next = now.plus(LIMIT_RETRY);
    boolean waits = !intent.subject().kind().isPromotional();
    if (mark.tries() > 1 || !waits || next.isAfter(intent.notAfter())) {
      return refused(mark, why);
    }
    return new Settlement(
        true, Optional.of(new Result.Deferred(why, next)), new Disposition.Later(intent, next));
  }

  /** No answer, or none that tells anything: later, by the queue first and then by a schedule. */
  static Settlement again(SendIntent intent, int receives, Instant now) {
    if (receives < LAST_RECEIVE) {
      return new Settlement(false, Optional.empty(), new Disposition.RetryAfter(backOff(receives)));
    }
    Instant next = now.plus(OUTAGE);
    return new Settlement(
        false,
        Optional.of(new Result.Deferred(new AtLine.OutOfReach(next), next)),
        new Disposition.Later(intent, next));
  }

  /** 30 s, doubled with every receive, at most the queue's longest visibility of 12 hours. */
  public static Duration backOff(int receives) {
    Duration backoff = FIRST_BACKOFF.multipliedBy(1L << Math.clamp(receives - 1L, 0, 20));
    return backoff.compareTo(LONGEST_BACKOFF) < 0 ? backoff : LONGEST_BACKOFF;
  }

  private static Settlement done(boolean release, Result result) {
    return new Settlement(release, Optional.of(result), new Disposition.Acknowledge());
  }
}
