package dev.musubi.local.world.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Triggers;
import dev.musubi.local.world.clock.Agenda;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The template's crons and rates, each of which starts one function. */
final class Rules implements Agenda {
  private final Physical physical;
  private final FunctionStart functions;
  private final List<Entry> entries;

  private record Entry(
      String function, Triggers.Rule rule, Recurrence recurrence, Optional<Instant> next) {
    Entry after(Instant instant) {
      return new Entry(function, rule, recurrence, recurrence.after(instant));
    }
  }

  Rules(Physical physical, List<LambdaFunction> all, FunctionStart functions, Instant from) {
    this.physical = physical;
    this.functions = functions;
    this.entries = new ArrayList<>();
    for (LambdaFunction function : all) {
      for (Triggers.Rule rule : function.triggers().rules()) {
        if (rule.enabled()) {
          Recurrence recurrence = Recurrence.parse(rule.expression(), rule.zone(), from);
          entries.add(
              new Entry(function.named().logicalId(), rule, recurrence, recurrence.after(from)));
        }
      }
    }
  }

  @Override
  public synchronized Optional<Due> next() {
    return first().map(e -> new Due(e.next().orElseThrow(), "rule " + e.rule().name()));
  }

  @Override
  public List<Fired> fire(Instant now) {
    List<Fired> fired = new ArrayList<>();
    for (Optional<Entry> due = take(now); due.isPresent(); due = take(now)) {
      Entry entry = due.get();
      Instant at = entry.next().orElseThrow();
      functions.start(entry.function(), event(entry.rule(), at));
      fired.add(new Fired(at, entry.rule().name(), entry.function()));
    }
    return fired;
  }

  private synchronized Optional<Entry> take(Instant now) {
    Optional<Entry> due = first().filter(e -> !e.next().orElseThrow().isAfter(now));
    due.ifPresent(e -> entries.set(entries.indexOf(e), e.after(e.next().orElseThrow())));
    return due;
  }

  private Optional<Entry> first() {
    return entries.stream()
        .filter(e -> e.next().isPresent())
        .min(
            Comparator.comparing((Entry e) -> e.next().orElseThrow())
                .thenComparing(e -> e.rule().name()));
  }

  /** The event that EventBridge sends where the rule sets none. */
  private String event(Triggers.Rule rule, Instant at) {
    if (rule.input().isPresent()) {
      return rule.input().get().replace("<aws.scheduler.scheduled-time>", at.toString());
    }
    String arn = physical.arn("scheduler", "schedule/default/" + rule.name());
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("id", UUID.nameUUIDFromBytes((arn + at).getBytes(StandardCharsets.UTF_8)).toString());
    event.put("detail-type", "Scheduled Event").put("source", "aws.scheduler");
    event.put("account", physical.account()).put("time", at.toString());
    event.put("region", physical.region());
    event.putArray("resources").add(arn);
    event.put("detail", "{}");
    return event.toString();
  }
}
