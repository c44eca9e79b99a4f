package dev.musubi.local.simulation.world;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Renderer;
import dev.musubi.local.doors.Ports;
import dev.musubi.local.simulation.engine.Agenda;
import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.History;
import dev.musubi.local.simulation.plan.Peril;
import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.plan.ShopPlan;
import dev.musubi.local.simulation.plan.Storm;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that a plan brings about, in one thread and virtual time: the real functions over
 * stores in memory, with both platforms, queues, schedules and people around them.
 */
public final class World {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration OPERATORS_LOOK = Duration.ofMinutes(30);
  private static final Duration TICK_TIMEOUT = Duration.ofSeconds(60);

  private static final Duration LONGEST_REST = Duration.ofDays(12);

  private final Plan plan;
  private final Agenda agenda;
  private final History history;
  private final Coverage coverage = new Coverage();
  private final Ground ground;
  private final Stores stores;
  private final LinePlatform line;
  private final Dispatch dispatch;
  private final Functions functions;
  private final People people;

  /** {@code telling} keeps what only a story needs. */
  public World(Plan plan, Renderer renderer, boolean telling) {
    this.plan = plan;
    agenda = new Agenda(plan.start().minus(Duration.ofHours(13)));
    history = new History(agenda.clock(), telling);
    Fate fate = new Fate(plan, agenda.clock(), history, coverage);
    Landmarks landmarks = new Landmarks(agenda.clock(), coverage);
    Perils perils = new Perils(agenda, fate, history, coverage, landmarks);
    ground = new Ground(agenda, fate, history, perils, landmarks);
    stores = Stores.empty(agenda.clock());
    line = new LinePlatform(ground, plan.shops(), Customers.of(plan));
    dispatch = new Dispatch(ground, queues(ground), stores::inFlight);
    Storefronts storefronts = new Storefronts(agenda.clock(), plan.shops());
    Ports ports = stores.behind(ground, dispatch, line, storefronts, renderer);
    functions = Functions.over(ports, dispatch);
    people = new People(ground, plan, functions, line, storefronts);
  }

  private static Dispatch.Queues queues(Ground ground) {
    Duration three = Duration.ofMinutes(3);
    Duration half = Duration.ofSeconds(30);
    return new Dispatch.Queues(
        new Queue(ground, new Queue.Traits("inbound-line", three, half, 10)),
        new Queue(ground, new Queue.Traits("inbound-shopify", three, half, 10)),
        new Queue(ground, new Queue.Traits("inbound-stock", three, half, 100)),
        new Queue(
            ground,
            new Queue.Traits("fan-out", Duration.ofMinutes(12), Duration.ofSeconds(120), 1)),
        new Queue(ground, new Queue.Traits("push", three, half, 10)),
        new Queue(ground, new Queue.Traits("push-bulk", three, half, 50)),
        new Queue(
            ground, new Queue.Traits("chores", Duration.ofMinutes(6), Duration.ofSeconds(60), 10)));
  }

  public History history() {
    return history;
  }

  public Coverage coverage() {
    return coverage;
  }

  /** Lives through the plan and the rest after it. */
  public Books run() {
    register();
    plan.acts().forEach(act -> agenda.at(act.at(), () -> people.act(act)));
    every(QUARTER, plan.start(), this::strike);
    every(OPERATORS_LOOK, plan.start(), at -> dispatch.queues().all().forEach(Queue::redrive));
    Auditor auditor = new Auditor(plan, stores, functions.settings());
    agenda.at(plan.end(), () -> auditor.look(plan.end()));
    Instant end = rest();
    auditor.look(end);
    auditor.audits().getLast().entries().forEach(ground.landmarks()::recorded);
    return new RecordedBooks(plan, stores, dispatch, line, auditor);
  }

  /** Where LINE takes nothing of a line of waves, each is tried for a day and more. */
  private Instant rest() {
    Instant end = plan.rested();
    Instant latest = end.plus(LONGEST_REST);
    agenda.runUntil(end);
    while (!dispatch.empty() && end.isBefore(latest)) {
      end = end.plus(Duration.ofDays(1));
      agenda.runUntil(end);
    }
    return end;
  }

  /** Each time puts the next one on the agenda, which so stays short. */
  private void every(Duration interval, Instant at, Consumer<Instant> what) {
    if (at.isBefore(plan.rested())) {
      agenda.at(
          at,
          () -> {
            every(interval, at.plus(interval), what);
            what.accept(at);
          });
    }
  }

  private void register() {
    for (int shop = 0; shop < plan.shops().size(); shop++) {
      ShopPlan planned = plan.shops().get(shop);
      stores.secrets().put(new ShopId(planned.handle()), Requests.secrets(shop));
      Map<String, Object> settings = planned.terms().document();
      settings.put("timeZone", planned.zone().getId());
      settings.put("language", planned.language());
      planned.monthly().ifPresent(monthly -> settings.put("quotaReserve", monthly.reserve()));
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("shop", planned.handle());
      request.put("storefront", Requests.storefront(planned));
      request.put("settings", settings);
      Map<String, Object> answer = functions.settings().apply(request);
      if (!answer.containsKey("settings")) {
        throw new IllegalStateException("the shop's settings were refused: " + answer);
      }
    }
  }

  private void strike(Instant quarter) {
    Fate fate = ground.fate();
    String at = quarter.toString();
    if (fate.strikes(Storm.Target.QUEUES, Peril.TICK_LOST, at, 0.15)) {
      return;
    }
    Duration most = Dispatch.usually(fate.amount("usual " + at));
    Duration late = fate.between("tick " + at, Duration.ZERO, most);
    agenda.after(late, () -> tick(at, 1));
    if (fate.strikes(Storm.Target.QUEUES, Peril.TICK_TWICE, at, 0.3)) {
      Duration again = fate.between("tock " + at, Duration.ZERO, Duration.ofMinutes(2));
      agenda.after(again, () -> tick(at + " again", 1));
    }
  }

  /** An invocation that fails is repeated after one minute and after two more. */
  private void tick(String at, int attempt) {
    Optional<Boolean> done =
        ground
            .perils()
            .run(
                "due-runs",
                "due-runs of " + at + ", try " + attempt,
                TICK_TIMEOUT,
                List.of(),
                () -> {
                  functions.dueRuns().run();
                  return true;
                });
    if (done.isEmpty() && attempt < 3) {
      agenda.after(Duration.ofMinutes(attempt), () -> tick(at, attempt + 1));
    }
  }
}
