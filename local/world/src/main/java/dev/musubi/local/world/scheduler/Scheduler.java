package dev.musubi.local.world.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.ScheduleGroup;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.world.clock.Agenda;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * EventBridge of the local world: one-time schedules that functions make, and the template's rules.
 * It has no thread of its own; whoever moves the clock calls {@link #fire}.
 */
public final class Scheduler implements Agenda {
  private final Physical physical;
  private final Schedules schedules;
  private final Rules rules;

  /** A scheduler for {@code stack} whose rules fire from {@code clock}'s present instant on. */
  public Scheduler(
      Physical physical,
      Stack stack,
      InstantSource clock,
      QueueTarget queues,
      FunctionStart functions) {
    Set<String> groups = new LinkedHashSet<>(List.of("default"));
    stack.scheduleGroups().stream().map(ScheduleGroup::named).forEach(n -> groups.add(n.name()));
    this.physical = physical;
    this.schedules = new Schedules(groups, new Dispatch(physical, stack.roles(), queues), clock);
    this.rules = new Rules(physical, stack.functions(), functions, clock.instant());
  }

  /**
   * Makes a schedule from the API's own document and answers its ARN; the same client token again
   * changes nothing.
   *
   * @throws ScheduleRefused as the API would
   */
  public String create(ScheduleId id, JsonNode document) {
    schedules.create(id, document);
    return arn(id);
  }

  /**
   * The document that a schedule was made from.
   *
   * @throws ScheduleRefused if there is none
   */
  public JsonNode get(ScheduleId id) {
    return schedules.get(id);
  }

  /**
   * Deletes a schedule.
   *
   * @throws ScheduleRefused if there is none
   */
  public void delete(ScheduleId id) {
    schedules.delete(id);
  }

  /** The ARN of a schedule. */
  public String arn(ScheduleId id) {
    return physical.arn("scheduler", "schedule/" + id);
  }

  @Override
  public Optional<Due> next() {
    return earliest().flatMap(Agenda::next);
  }

  @Override
  public List<Fired> fire(Instant now) {
    List<Fired> fired = new ArrayList<>();
    for (Optional<Agenda> due = due(now); due.isPresent(); due = due(now)) {
      Agenda agenda = due.get();
      fired.addAll(agenda.fire(agenda.next().map(Due::at).orElse(now)));
    }
    return fired;
  }

  /** All one-time schedules as text, to be kept over a restart. */
  public String save() {
    return schedules.save();
  }

  /** Takes back what {@link #save} gave; what was there before is gone. */
  public void load(String saved) {
    schedules.load(saved);
  }

  private Optional<Agenda> due(Instant now) {
    return earliest().filter(a -> a.next().filter(d -> !d.at().isAfter(now)).isPresent());
  }

  private Optional<Agenda> earliest() {
    return List.<Agenda>of(schedules, rules).stream()
        .filter(a -> a.next().isPresent())
        .min(Comparator.comparing(a -> a.next().orElseThrow().at()));
  }
}
