package dev.musubi.local.simulation.world;

import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.sending.Work;
import dev.musubi.local.doors.Inbox;
import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.plan.Peril;
import dev.musubi.local.simulation.plan.Storm;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Queues and one-time schedules: what is handed in is on its way before this returns, a part of it
 * when it throws; a schedule of one name and minute stands once, fires late, or twice.
 */
final class Dispatch implements Outbox, Inbox {

  private final Ground ground;
  private final Queues queues;
  private final Predicate<SendIntent> inFlight;
  private final Map<String, Scheduled> schedules = new LinkedHashMap<>();
  private final List<SendIntent> parked = new ArrayList<>();
  private final WorkCodec works = new WorkCodec();
  private final RawCodec raw = new RawCodec();

  /** One queue for each function that reads one, two for push. */
  record Queues(
      Queue inboundLine,
      Queue inboundShopify,
      Queue stock,
      Queue fanOut,
      Queue express,
      Queue bulk,
      Queue chores) {

    List<Queue> all() {
      return List.of(inboundLine, inboundShopify, stock, fanOut, express, bulk, chores);
    }

    Queue of(Work any) {
      return switch (any) {
        case SendIntent intent ->
            switch (intent.lane()) {
              case EXPRESS -> express;
              case BULK -> bulk;
            };
        case RunShard shard -> fanOut;
        case StockWork work -> fanOut;
        case Chore chore -> chores;
      };
    }
  }

  private static final class Scheduled {
    final String name;
    final Work work;
    final List<Cause> causes = new ArrayList<>();

    Scheduled(String name, Work work) {
      this.name = name;
      this.work = work;
    }
  }

  /** {@code inFlight} tells whether LINE was asked to deliver that before. */
  Dispatch(Ground ground, Queues queues, Predicate<SendIntent> inFlight) {
    this.ground = ground;
    this.inFlight = inFlight;
    this.queues = queues;
  }

  Queues queues() {
    return queues;
  }

  void giveBack(String arn, Map<String, Duration> delays) {
    queues.all().stream()
        .filter(queue -> queue.arn().equals(arn))
        .forEach(queue -> queue.giveBack(delays));
  }

  List<SendIntent> parked() {
    return List.copyOf(parked);
  }

  boolean empty() {
    return schedules.isEmpty() && queues.all().stream().allMatch(Queue::empty);
  }

  /** Everything that is on its way, as it is written. */
  List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    queues.all().forEach(queue -> bodies.addAll(queue.bodies()));
    schedules.values().forEach(scheduled -> bodies.add(works.write(scheduled.work)));
    return bodies;
  }

  @Override
  public void now(List<? extends Work> work) {
    for (Work one : work) {
      whole("queueing " + label(one));
      intended(one);
      queues.of(one).send(works.write(one), label(one), causes(one));
    }
  }

  @Override
  public void line(List<RawLine> events) {
    for (RawLine event : events) {
      String label = ground.perils().current().map(i -> i.name).orElseThrow();
      whole("queueing " + label);
      queues.inboundLine().send(raw.write(event), label, causes());
    }
  }

  @Override
  public void shopify(RawShopify webhook) {
    queues.inboundShopify().send(raw.write(webhook), webhook.webhookId(), causes());
  }

  @Override
  public void stock(RawShopify webhook) {
    queues.stock().send(raw.write(webhook), webhook.webhookId(), causes());
  }

  @Override
  public void at(Instant due, Work work) {
    Instant earliest = ground.agenda().now().plus(SHORTEST_DELAY);
    Instant at = due.isBefore(earliest) ? earliest : due;
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    Instant whole = minute.equals(at) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    String key = work.name() + " at " + whole;
    String name = label(work) + " at " + whole;
    intended(work);
    deferred(work);
    Scheduled scheduled = schedules.get(key);
    if (scheduled == null) {
      scheduled = new Scheduled(name, work);
      schedules.put(key, scheduled);
      Fate fate = ground.fate();
      boolean late = fate.strikes(Storm.Target.QUEUES, Peril.SCHEDULE_LATE, name, 0.4);
      Duration most = late ? Duration.ofMinutes(12) : usually(fate.amount("usual " + name));
      ground
          .agenda()
          .at(whole.plus(fate.between("late " + name, Duration.ZERO, most)), () -> fire(key));
    }
    List<Cause> mine = causes(work);
    mine.forEach(Cause::begin);
    scheduled.causes.addAll(mine);
  }

  /** Some time within the minute, often at once. */
  static Duration usually(Chance chance) {
    return Duration.ofSeconds(chance.happens(0.5) ? 4 : 55);
  }

  private void fire(String key) {
    Scheduled scheduled = schedules.remove(key);
    Queue queue = queues.of(scheduled.work);
    String body = works.write(scheduled.work);
    queue.send(body, label(scheduled.work), scheduled.causes);
    if (ground.fate().strikes(Storm.Target.QUEUES, Peril.SCHEDULE_TWICE, scheduled.name, 0.4)) {
      queue.send(body, label(scheduled.work), scheduled.causes);
    }
    scheduled.causes.forEach(Cause::end);
  }

  @Override
  public void park(SendIntent intent) {
    parked.add(intent);
  }

  /** Names the work for ever, in words. */
  private static String label(Work work) {
    return switch (work) {
      case SendIntent intent ->
          intent.shop()
              + "'s "
              + intent.subject().kind()
              + " of "
              + intent.subject().occurrence()
              + " for "
              + intent.to().key();
      case RunShard shard -> "shard " + shard.name();
      case StockWork stock -> stock.name();
      case Chore chore -> chore.name();
    };
  }

  private void whole(String what) {
    if (ground.fate().strikes(Storm.Target.QUEUES, Peril.HALF_SENT, where(what), 0.15)) {
      throw new Unreachable(what);
    }
  }

  private String where(String what) {
    return what + ground.perils().current().map(i -> " by " + i.name).orElse("");
  }

  private List<Cause> causes() {
    return ground.perils().current().map(invocation -> invocation.causes).orElse(List.of());
  }

  /** A message to a person is no part of what was told; a chore, and reading the stock, is. */
  private List<Cause> causes(Work work) {
    boolean part = work instanceof Chore chore && !later(chore) || work instanceof StockWork.Read;
    return part ? causes() : List.of();
  }

  /** What a day later is looked after once more was done the first time. */
  private static boolean later(Chore chore) {
    return switch (chore) {
      case Chore.Erase erase -> erase.again();
      case Chore.Merge merge -> merge.again();
      case Chore.Reconcile reconcile -> false;
      case Chore.EraseShop erase -> false;
      case Chore.Export export -> false;
      case Chore.Depart depart -> false;
      case Chore.SetUp setUp -> false;
      case Chore.Refresh refresh -> false;
      case Chore.CheckUp checkUp -> false;
    };
  }

  private void deferred(Work work) {
    if (work instanceof SendIntent intent && inFlight.test(intent)) {
      ground.landmarks().deferredInFlight();
    }
  }

  private void intended(Work work) {
    if (work instanceof SendIntent intent) {
      int customer = Numbers.customer(intent.to().key());
      ground
          .history()
          .intended(
              Numbers.shop(intent.shop().handle()),
              customer,
              intent.subject().kind().name(),
              Numbers.shown(intent.subject().kind(), intent.subject().occurrence()),
              intent.subject().occurrence());
    }
  }
}
