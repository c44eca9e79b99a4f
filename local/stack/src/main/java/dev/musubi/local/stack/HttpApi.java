package dev.musubi.local.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP API in front of the functions; {@code routeThrottles} are keyed {@code POST /path}. */
public record HttpApi(
    Named named,
    String endpoint,
    Optional<Throttle> defaultThrottle,
    Map<String, Throttle> routeThrottles,
    Optional<Cors> cors)
    implements Resource {

  /** Requests a second and the burst above it; each is empty where only the other is set. */
  public record Throttle(Optional<Double> rate, Optional<Integer> burst) {}

  /** Which pages of other origins may call. */
  public record Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      boolean credentials,
      int maxAgeSeconds) {

    /** Copies the lists. */
    public Cors {
      origins = List.copyOf(origins);
      methods = List.copyOf(methods);
      headers = List.copyOf(headers);
      exposed = List.copyOf(exposed);
    }
  }
}
