package dev.musubi.local.line;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;

/** One endpoint of the Messaging API: where it is, what it demands, what it does. */
record Endpoint(
    HandlerType method, String path, RateLimit limit, Set<Trait> traits, Action action) {

  /** What an endpoint demands or allows. */
  enum Trait {
    /** It needs a JSON body. */
    JSON,
    /** It sends messages, so faults may hit it. */
    SENDS,
    /** It takes {@code X-Line-Retry-Key}; all others refuse it. */
    RETRY_KEY,
    /** It waits for somebody else, so it takes the lock itself. */
    WAITS
  }

  /** What the endpoint does; it runs under the platform's lock. */
  @FunctionalInterface
  interface Action {
    Answer on(Call call);
  }

  static Endpoint get(String path, Action action) {
    return plain(HandlerType.GET, path, action);
  }

  static Endpoint delete(String path, Action action) {
    return plain(HandlerType.DELETE, path, action);
  }

  /** A POST without a JSON body that matters. */
  static Endpoint bare(String path, Action action) {
    return bare(HandlerType.POST, path, action);
  }

  /** The same by another method. */
  static Endpoint bare(HandlerType method, String path, Action action) {
    return plain(method, path, action);
  }

  static Endpoint post(String path, Action action) {
    return bare(path, action).having(Trait.JSON);
  }

  static Endpoint put(String path, Action action) {
    return plain(HandlerType.PUT, path, action).having(Trait.JSON);
  }

  Endpoint at(RateLimit other) {
    return new Endpoint(method, path, other, traits, action);
  }

  Endpoint having(Trait... more) {
    var all = EnumSet.noneOf(Trait.class);
    all.addAll(traits);
    all.addAll(Set.of(more));
    return new Endpoint(method, path, limit, all, action);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  private static Endpoint plain(HandlerType method, String path, Action action) {
    return new Endpoint(method, path, RateLimit.COMMON, Set.of(), action);
  }
}
