package dev.musubi.local.world.platforms;

import dev.musubi.local.world.clock.Agenda;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The webhooks that a platform will send again, as something that falls due. */
final class Redeliveries implements Agenda {
  private final String name;
  private final Supplier<Optional<Instant>> nextDue;
  private final Consumer<Instant> runDue;

  Redeliveries(String name, Supplier<Optional<Instant>> nextDue, Consumer<Instant> runDue) {
    this.name = name;
    this.nextDue = nextDue;
    this.runDue = runDue;
  }

  @Override
  public Optional<Due> next() {
    return nextDue.get().map(at -> new Due(at, name));
  }

  @Override
  public List<Fired> fire(Instant now) {
    List<Fired> fired = new ArrayList<>();
    nextDue
        .get()
        .filter(at -> !at.isAfter(now))
        .ifPresent(
            at -> {
              runDue.accept(now);
              fired.add(new Fired(at, name, "webhook"));
            });
    return fired;
  }
}
