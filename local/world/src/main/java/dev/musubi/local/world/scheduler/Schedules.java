package dev.musubi.local.world.scheduler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.musubi.local.world.clock.Agenda;
import dev.musubi.local.world.scheduler.QueueTarget.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one-time schedules of the local world, fired in the order of their time and name. */
final class Schedules implements Agenda {
  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final int LONGEST_DOUBLING = 6;

  /** A schedule and when it is tried next; {@code next} is empty once it has completed. */
  private record Entry(Schedule schedule, Optional<Instant> next, int failures) {}

  private final Set<String> groups;
  private final Dispatch dispatch;
  private final InstantSource clock;
  private final Map<ScheduleId, Entry> entries = new LinkedHashMap<>();

  Schedules(Set<String> groups, Dispatch dispatch, InstantSource clock) {
    this.groups = groups;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  synchronized void create(ScheduleId id, JsonNode document) {
    group(id);
    Schedule schedule = Schedule.parse(id, document);
    dispatch.checkRole(id, schedule.target().roleArn());
    Entry existing = entries.get(id);
    if (existing != null) {
      if (existing.schedule().clientToken().isPresent()
          && existing.schedule().clientToken().equals(schedule.clientToken())) {
        return;
      }
      throw new ScheduleRefused(
          ScheduleRefused.Code.CONFLICT, "Schedule " + id.name() + " already exists.");
    }
    if (schedule.at().isBefore(clock.instant())) {
      throw ScheduleRefused.validation("The schedule's time is in the past.");
    }
    entries.put(
        id,
        new Entry(schedule, schedule.enabled() ? Optional.of(schedule.at()) : Optional.empty(), 0));
  }

  synchronized JsonNode get(ScheduleId id) {
    return entry(id).schedule().document();
  }

  synchronized void delete(ScheduleId id) {
    entry(id);
    entries.remove(id);
  }

  @Override
  public synchronized Optional<Due> next() {
    return waiting().findFirst().map(e -> new Due(e.next().orElseThrow(), label(e)));
  }

  @Override
  public List<Fired> fire(Instant now) {
    List<Entry> due;
    synchronized (this) {
      due = waiting().filter(e -> !e.next().orElseThrow().isAfter(now)).toList();
    }
    List<Fired> fired = new ArrayList<>();
    for (Entry entry : due) {
      settle(entry, dispatch.deliver(entry.schedule()), now);
      fired.add(
          new Fired(
              entry.next().orElseThrow(),
              entry.schedule().id().name(),
              dispatch.queueOf(entry.schedule())));
    }
    return fired;
  }

  synchronized String save() {
    ArrayNode all = JSON.createArrayNode();
    entries
        .values()
        .forEach(
            e -> {
              var node = all.addObject();
              node.put("group", e.schedule().id().group()).put("name", e.schedule().id().name());
              node.put("failures", e.failures());
              e.next().ifPresent(at -> node.put("next", at.toString()));
              node.set("document", e.schedule().document());
            });
    return all.toString();
  }

  synchronized void load(String saved) {
    try {
      entries.clear();
      for (JsonNode node : JSON.readTree(saved)) {
        ScheduleId id = new ScheduleId(node.path("group").asText(), node.path("name").asText());
        Optional<Instant> next =
            Optional.ofNullable(node.get("next")).map(n -> Instant.parse(n.asText()));
        entries.put(
            id,
            new Entry(
                Schedule.parse(id, node.path("document")), next, node.path("failures").asInt()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'saved' must be what save() gave", e);
    }
  }

  private Stream<Entry> waiting() {
    return entries.values().stream()
        .filter(e -> e.next().isPresent())
        .sorted(
            Comparator.comparing((Entry e) -> e.next().orElseThrow())
                .thenComparing(e -> e.schedule().id().toString()));
  }

  private void settle(Entry entry, Delivery outcome, Instant now) {
    switch (outcome) {
      case Delivery.Accepted _ -> complete(entry.schedule());
      case Delivery.Refused refused -> giveUp(entry.schedule(), refused.why());
      case Delivery.Unavailable unavailable ->
          again(entry, now)
              .ifPresentOrElse(this::replace, () -> giveUp(entry.schedule(), unavailable.why()));
    }
  }

  /** The entry with its next attempt, unless its retry policy allows none. */
  private static Optional<Entry> again(Entry entry, Instant now) {
    Schedule schedule = entry.schedule();
    Target.Retry retry = schedule.target().retry();
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(entry.failures(), LONGEST_DOUBLING));
    Instant at = now.plus(wait);
    return entry.failures() < retry.attempts() && !at.isAfter(schedule.at().plus(retry.age()))
        ? Optional.of(new Entry(schedule, Optional.of(at), entry.failures() + 1))
        : Optional.empty();
  }

  private void giveUp(Schedule schedule, String why) {
    boolean kept = dispatch.deadLetter(schedule);
    LOG.warn(
        "Schedule {} was not delivered, {}: {}",
        schedule.id(),
        kept ? "its dead-letter queue has it" : "it is lost",
        why);
    complete(schedule);
  }

  private synchronized void complete(Schedule schedule) {
    if (schedule.deletedAfterwards()) {
      entries.remove(schedule.id());
    } else {
      replace(new Entry(schedule, Optional.empty(), 0));
    }
  }

  private synchronized void replace(Entry entry) {
    entries.computeIfPresent(entry.schedule().id(), (id, former) -> entry);
  }

  private void group(ScheduleId id) {
    if (!groups.contains(id.group())) {
      throw new ScheduleRefused(
          ScheduleRefused.Code.NOT_FOUND, "Schedule group " + id.group() + " does not exist.");
    }
  }

  private Entry entry(ScheduleId id) {
    group(id);
    return Optional.ofNullable(entries.get(id))
        .orElseThrow(
            () ->
                new ScheduleRefused(
                    ScheduleRefused.Code.NOT_FOUND, "Schedule " + id.name() + " does not exist."));
  }

  private static String label(Entry entry) {
    return "schedule " + entry.schedule().id().name();
  }
}
