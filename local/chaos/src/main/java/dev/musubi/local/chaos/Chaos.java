package dev.musubi.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.simulation.check.Checker;
import dev.musubi.local.simulation.check.Violation;
import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.world.Caller;
import dev.musubi.local.world.Options;
import dev.musubi.local.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code make chaos}: days in five shops on the real processes, every other day in a storm, and
 * then the checker of the simulation over what happened.
 */
public final class Chaos {

  private static final int TOLD = 20;

  /** A calm one and a stormy one. */
  private static final int LEAST_DAYS = 2;

  private final World world;
  private final Caller caller;
  private final Chance chance;
  private final Town town;
  private final Diary diary;
  private final Intents intents;
  private final Instant start;

  private Chaos(World world, long seed, int people) {
    this.world = world;
    this.caller = new Caller(world.address());
    this.chance = Chance.of(seed);
    this.start = world.clock().instant();
    this.intents = Intents.of(world.address());
    this.diary = new Diary(world.clock());
    this.town = Town.settle(caller, people, chance);
    town.people().forEach(person -> diary.linkedFromTheStart(person, start));
  }

  /** {@code seed minutes people}; ends with 1 if a promise was broken. */
  public static void main(String[] arguments) {
    long seed = Long.parseLong(arguments[0]);
    Duration time = Duration.ofMinutes(Long.parseLong(arguments[1]));
    int people = Integer.parseInt(arguments[2]);
    InstantSource system = InstantSource.system();
    Map<String, String> chosen =
        Map.of(
            "MUSUBI_PORT", "0",
            "MUSUBI_CLOCK", "2026-03-27T00:00:00Z",
            "MUSUBI_SHOPS", Integer.toString(Streets.SHOPS));
    boolean kept;
    try (World world = World.start(Options.of(chosen, Path.of("")), system, told -> {})) {
      kept = new Chaos(world, seed, people).live(seed, time, system);
    }
    System.exit(kept ? 0 : 1);
  }

  private boolean live(long seed, Duration time, InstantSource system) {
    Doing doing = new Doing(caller, town, diary, world.clock());
    Weather weather = new Weather(caller, diary, chance.named("weather"));
    URI door = URI.create(caller.read("/local/world").path("endpoints").path("sqs").asText());
    try (Queues queues = new Queues(door, Queues.operators())) {
      Days.Parts parts = new Days.Parts(caller, town, doing, weather, diary, queues);
      Days days = new Days(parts, world.clock(), chance);
      Instant until = system.instant().plus(time);
      do {
        days.live();
      } while (system.instant().isBefore(until) || days.count() < LEAST_DAYS);
      Instant end = world.clock().instant();
      days.rest(Plan.REST);
      Plan plan =
          new Plan(
              seed, start, end, town.streets().shops(), List.of(), days.storms(), Optional.empty());
      Tables tables = new Tables(door, Queues.operators());
      return judge(plan, new WorldBooks(caller, town, tables, queues), doing, days);
    }
  }

  private boolean judge(Plan plan, WorldBooks books, Doing doing, Days days) {
    List<Fact> pushes = new ArrayList<>();
    for (int shop = 0; shop < plan.shops().size(); shop++) {
      String handle = plan.shops().get(shop).handle();
      JsonNode taken = caller.read("/local/messages?shop=" + handle);
      pushes.addAll(Diary.pushes(shop, taken, town));
    }
    List<Fact> more = new ArrayList<>(pushes);
    more.addAll(intended());
    List<Violation> broken = Checker.check(plan, diary.history(more), books);
    System.out.printf(
        "%d customer-days, %d acts (%d without an answer), %d messages, %d strikes, %d redriven;"
            + " %d broken promises%n",
        town.people().size() * days.count(),
        doing.count(),
        doing.open(),
        pushes.size(),
        diary.strikes(),
        days.redriven(),
        broken.size());
    broken.stream()
        .limit(TOLD)
        .forEach(one -> System.out.printf("%s %s: %s%n", one.at(), one.rule(), one.what()));
    return broken.isEmpty();
  }

  private List<Fact> intended() {
    List<Fact> intended = new ArrayList<>();
    for (Intents.Intent intent : intents.heard().values()) {
      town.find(intent.person())
          .ifPresent(
              person ->
                  intended.add(
                      new Fact.Intended(
                          intent.at(),
                          person.shop(),
                          person.number(),
                          intent.kind(),
                          dayOf(intent, person),
                          intent.send())));
    }
    return intended;
  }

  /** The daily run that it belongs to, by its hour: of who was erased no row is left to say so. */
  private String dayOf(Intents.Intent intent, Person person) {
    ZoneId zone = town.streets().shops().get(person.shop()).zone();
    return intent.due().atZone(zone).toLocalDate().toString();
  }
}
