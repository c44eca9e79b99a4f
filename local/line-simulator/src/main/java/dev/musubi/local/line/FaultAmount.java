package dev.musubi.local.line;

/** How many calls a fault hits. */
public sealed interface FaultAmount {

  /** The next {@code calls} calls. */
  record Count(int calls) implements FaultAmount {
    public Count {
      if (calls < 1) {
        throw new IllegalArgumentException("'count' must be at least 1");
      }
    }
  }

  /** Each call with this probability, from 0 to 1, until the faults are cleared. */
  record Rate(double share) implements FaultAmount {
    public Rate {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("'rate' must be from 0 to 1");
      }
    }
  }
}
