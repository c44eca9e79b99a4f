package dev.musubi.local.simulation.engine;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance by a seed: the same name under the same seed always falls the same way, whatever was asked
 * before, so that leaving something out of a story does not change the rest.
 */
public final class Chance {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final SplittableRandom random;

  private Chance(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  public static Chance of(long seed) {
    return new Chance(mixed(seed + GOLDEN));
  }

  /** A stream of its own for everything of that name. */
  public Chance named(String name) {
    long hash = seed;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return new Chance(mixed(hash));
  }

  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0 to {@code bound} - 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  public Duration between(Duration least, Duration most) {
    return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
