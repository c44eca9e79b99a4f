package dev.musubi.local.simulation.world;

/** What a port throws when the service behind it does not answer. */
final class Unreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unreachable(String where) {
    super("no answer from " + where, null, false, false);
  }
}
