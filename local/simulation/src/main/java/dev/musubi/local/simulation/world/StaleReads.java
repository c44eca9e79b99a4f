package dev.musubi.local.simulation.world;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What indexes answered a moment ago, for the reads that a port declares as possibly stale. */
final class StaleReads {

  private static final List<String> MAY_BE_STALE = List.of("Shops.due");
  private static final Duration AT_MOST = Duration.ofMinutes(5);

  private record Answer(Instant at, Object what) {}

  private final InstantSource clock;
  private final Map<String, Answer> answers = new HashMap<>();

  StaleReads(InstantSource clock) {
    this.clock = clock;
  }

  Object remember(Method method, Object[] arguments, Object answer) {
    if (mayBeStale(method)) {
      answers.put(key(method, arguments), new Answer(clock.instant(), answer));
    }
    return answer;
  }

  Optional<Object> former(Method method, Object[] arguments) {
    return mayBeStale(method)
        ? Optional.ofNullable(answers.get(key(method, arguments)))
            .filter(answer -> answer.at().plus(AT_MOST).isAfter(clock.instant()))
            .map(Answer::what)
        : Optional.empty();
  }

  private static boolean mayBeStale(Method method) {
    return MAY_BE_STALE.contains(
        method.getDeclaringClass().getSimpleName() + "." + method.getName());
  }

  private static String key(Method method, Object[] arguments) {
    return method.getName() + Arrays.deepHashCode(arguments);
  }
}
