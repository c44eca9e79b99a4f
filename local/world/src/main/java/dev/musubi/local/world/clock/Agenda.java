package dev.musubi.local.world.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something of the local world that has things to do at later instants of the world's clock. */
public interface Agenda {
  /** The earliest thing that waits, which may be overdue. */
  Optional<Due> next();

  /** Does everything due at or before {@code now}, in order, and tells what it was. */
  List<Fired> fire(Instant now);

  /** One thing that waits, and when its turn is. */
  record Due(Instant at, String what) {}

  /** One thing that was done: when it was due, its name, and whom it went to. */
  record Fired(Instant at, String name, String target) {}
}
