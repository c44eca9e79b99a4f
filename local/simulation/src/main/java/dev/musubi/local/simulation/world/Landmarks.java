package dev.musubi.local.simulation.world;

import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Mark;
import dev.musubi.core.sending.MarkEntry;
import dev.musubi.core.sending.Meter;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Result;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.simulation.history.Audit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Notices from outside which rows of the send table and which policies are reached. */
final class Landmarks implements Meter {

  static final List<String> ROWS =
      List.of(
          "row: recorded as sent, acknowledged",
          "row: reserved",
          "row: lost the race, judged again",
          "row: lease alive, given back",
          "row: lease over, tried again",
          "row: released",
          "row: reserved again after a release",
          "row: deferred while in flight");

  static final List<String> RESULTS =
      List.of(
          "result: Sent",
          "result: Skipped Stale",
          "result: Skipped Uninstalled",
          "result: Skipped SwitchedOff",
          "result: Skipped NotLinked",
          "result: Skipped Blocked",
          "result: Skipped OptedOut",
          "result: Skipped Bought",
          "result: Skipped SoldOut",
          "result: Skipped Unavailable",
          "result: Skipped Capped",
          "result: Skipped BudgetSpent",
          "result: Skipped QuotaReserved",
          "result: Deferred Quiet",
          "result: Deferred Paused",
          "result: Skipped OrderCancelled",
          "result: Skipped AlreadyDelivered",
          "result: Skipped Superseded",
          "result: Deferred InUse",
          "result: Deferred Awaited",
          "result: Deferred RefusedByLine",
          "result: Refused NotDelivered",
          "result: Deferred OutOfReach",
          "result: Refused RefusedByLine",
          "result: Unknown RefusedByLine",
          "result: Unknown Unsettled",
          "result: Unknown Stale",
          "result: Unknown Blocked",
          "result: Unknown Relinked",
          "result: Unknown OptedOut",
          "result: Unknown Bought");

  static final List<String> RESTOCKS =
      List.of(
          "restock: Sent",
          "restock: Skipped Blocked",
          "restock: Skipped Bought",
          "restock: Skipped NotLinked",
          "restock: Skipped NotWaiting",
          "restock: Skipped OnPause",
          "restock: Skipped OptedOut",
          "restock: Skipped SoldOut");

  private static final Duration LEASE_AT_MOST = Duration.ofSeconds(21);

  private final InstantSource clock;
  private final Coverage coverage;

  Landmarks(InstantSource clock, Coverage coverage) {
    this.clock = clock;
    this.coverage = coverage;
    ROWS.forEach(coverage::known);
    RESULTS.forEach(coverage::known);
    RESTOCKS.forEach(coverage::known);
  }

  /** What became of an intent in the end. */
  void recorded(Audit.Entry entry) {
    if (entry.kind().equals("RESTOCK")) {
      coverage.reached(("restock: " + entry.result() + " " + entry.why()).stripTrailing());
    }
  }

  /** A port answered so. */
  void answered(Object answer) {
    switch (answer) {
      case Recipients.Replaced.Lost lost -> coverage.reached("row: lost the race, judged again");
      case Recipients.Replaced.Done(RecipientState state) -> replaced(state);
      case Optional<?> found
          when found.isPresent()
              && found.get() instanceof Delivery row
              && row.result() instanceof Result.Sent ->
          coverage.reached("row: recorded as sent, acknowledged");
      case null -> {}
      default -> {}
    }
  }

  private void replaced(RecipientState state) {
    Instant now = clock.instant();
    for (MarkEntry entry : state.ledger().marks().values()) {
      switch (entry.mark()) {
        case Mark.InFlight mark when mark.leaseUntil().equals(now.plus(Mark.LEASE)) ->
            coverage.reached(row(mark));
        case Mark.InFlight former -> {}
        case Mark.Released released -> coverage.reached("row: released");
      }
    }
  }

  private static String row(Mark.InFlight mark) {
    if (mark.tries() > 1) {
      return "row: lease over, tried again";
    }
    return mark.epoch() > 0 ? "row: reserved again after a release" : "row: reserved";
  }

  void givenBack(Duration delay) {
    if (delay.compareTo(LEASE_AT_MOST) < 0) {
      coverage.reached("row: lease alive, given back");
    }
  }

  void deferredInFlight() {
    coverage.reached("row: deferred while in flight");
  }

  @Override
  public void count(Result result) {
    String why = result.reason().map(reason -> " " + reason.getClass().getSimpleName()).orElse("");
    coverage.reached("result: " + result.getClass().getSimpleName() + why);
  }

  @Override
  public void paused(ShopId shop) {
    coverage.reached("shop paused");
  }

  @Override
  public void failed(RuntimeException cause) {
    coverage.reached("failures counted");
  }

  @Override
  public void subscriptionsLost(ShopId shop, int count) {
    coverage.reached("subscriptions set up again");
  }

  @Override
  public void ordersMissed(ShopId shop, int count) {
    coverage.reached("orders found by the daily check-up");
  }

  @Override
  public void queued(Instant at) {}

  @Override
  public void flush() {}
}
