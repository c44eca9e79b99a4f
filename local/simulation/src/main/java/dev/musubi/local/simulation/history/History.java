package dev.musubi.local.simulation.history;

import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Peril;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What happened, in the order of time; what only a story needs is kept only for one. */
public final class History {

  private final InstantSource clock;
  private final boolean telling;
  private final List<Fact> facts = new ArrayList<>();

  public History(InstantSource clock, boolean telling) {
    this.clock = clock;
    this.telling = telling;
  }

  /** What happened elsewhere, in the order of time. */
  public static History of(List<Fact> facts) {
    History history = new History(InstantSource.fixed(Instant.EPOCH), false);
    history.facts.addAll(facts);
    return history;
  }

  public List<Fact> facts() {
    return Collections.unmodifiableList(facts);
  }

  public void acted(Act act) {
    facts.add(new Fact.Acted(clock.instant(), act));
  }

  public void told(Act act, boolean queued) {
    facts.add(new Fact.Told(clock.instant(), act, queued));
  }

  public void settled(Act act) {
    facts.add(new Fact.Settled(clock.instant(), act));
  }

  public void answered(Act act, boolean done) {
    facts.add(new Fact.Answered(clock.instant(), act, done));
  }

  public void pushed(int shop, int account, String key, Message message, Fact.Answer answer) {
    facts.add(new Fact.Pushed(clock.instant(), shop, account, key, message, answer));
  }

  public void notified(int shop, int customer, String tag, Message message, Fact.Answer answer) {
    facts.add(new Fact.Notified(clock.instant(), shop, customer, tag, message, answer));
  }

  public void intended(int shop, int customer, String kind, String occasion, String name) {
    facts.add(new Fact.Intended(clock.instant(), shop, customer, kind, occasion, name));
  }

  public void struck(Peril peril, String where, String name) {
    facts.add(new Fact.Struck(clock.instant(), peril, where, name));
  }

  public void noted(Supplier<String> what) {
    if (telling) {
      facts.add(new Fact.Noted(clock.instant(), what.get(), false));
    }
  }

  /** Every single call, for whoever compares two lives of one seed. */
  public void traced(Supplier<String> what) {
    if (telling) {
      facts.add(new Fact.Noted(clock.instant(), what.get(), true));
    }
  }
}
