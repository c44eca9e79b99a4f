package dev.musubi.local.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule 3: time, pace, parallelism and entropy are ports, so that a whole month of sending can be
 * simulated from a seed, in one thread, in seconds. What the world around the functions may do as
 * well, simulators and servers, it may with threads and ids, but never with time.
 */
class TimeIsAPortTest {

  private static final Pattern TIME =
      Pattern.compile(
          "java\\.time\\.\\w+\\.now|java\\.time\\.(Clock|InstantSource)\\.(system|tick).*"
              + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
              + "|java\\.lang\\.Thread\\.(sleep|onSpinWait)|java\\.util\\.concurrent\\.TimeUnit\\.sleep"
              + "|java\\.util\\.concurrent\\.locks\\.LockSupport\\.park.*"
              + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>|java\\.util\\.Calendar\\.getInstance");

  private static final Pattern CHANCE =
      Pattern.compile(
          "java\\.lang\\.Math\\.random|java\\.util\\.UUID\\.randomUUID|java\\.util\\.Collections\\.shuffle"
              + "|java\\.util\\.(Random|SplittableRandom)\\..*|java\\.util\\.random\\..*"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*|java\\.security\\.SecureRandom\\..*");

  private static final Pattern THREADS =
      Pattern.compile(
          "java\\.lang\\.Thread\\.(<init>|of\\w+|start\\w*)|java\\.lang\\.Thread\\$Builder.*"
              + "|java\\.util\\.concurrent\\.(Executors|CompletableFuture|ForkJoinPool|FutureTask)\\..*"
              + "|java\\.util\\.concurrent\\.\\w*ThreadPoolExecutor\\..*|java\\.util\\.Timer\\..*"
              + "|java\\.util\\..*\\.parallel(Stream)?");

  private static final ArchRule NO_TIME =
      noClasses().that(are("no named adapter")).should(reach(TIME));

  private static final ArchRule NO_CHANCE =
      noClasses().that(are("no named adapter")).should(reach(CHANCE));

  private static final ArchRule NO_THREADS =
      noClasses().that(are("no named adapter")).should(reach(THREADS));

  private static final String[] FOLDERS = {
    "shared/core",
    "shared/wire",
    "shared/flex",
    "shared/lambda",
    "shared/aws",
    "shared/line",
    "shared/shopify",
    "shared/testkit/memory",
    "functions",
    "local/stack",
    "local/simulation"
  };

  private static final JavaClasses ALL = Project.classes("shared", "functions", "local");
  private static final JavaClasses DETERMINISTIC = Project.classes(FOLDERS);

  @Test
  void only_named_adapters_know_the_machines_time() {
    NO_TIME.check(ALL);
  }

  @Test
  void only_named_adapters_throw_dice() {
    NO_CHANCE.check(DETERMINISTIC);
  }

  @Test
  void only_named_adapters_start_threads_or_use_futures() {
    NO_THREADS.check(DETERMINISTIC);
  }

  @Test
  void every_named_adapter_exists_and_still_needs_to_be_named() {
    assertThat(NamedAdapters.REASONS.keySet())
        .allSatisfy(
            name ->
                assertThat(List.of(TIME, CHANCE, THREADS))
                    .as(name)
                    .anyMatch(pattern -> reaches(ALL.get(name), pattern)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.time.Instant.now()",
        "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
        "java.time.InstantSource.system()",
        "System.currentTimeMillis()",
        "System.nanoTime()",
        "(Runnable) java.util.concurrent.locks.LockSupport::park",
        "new java.util.Date()"
      })
  void whoever_asks_the_machine_for_the_time_is_refused(String expression) {
    refused(NO_TIME, expression);
  }

  @Test
  void whoever_sleeps_is_refused() {
    JavaClasses sample =
        Sample.classes(
            """
            package dev.musubi.core.shop;

            class Sleeper {
              void sleep() throws InterruptedException {
                Thread.sleep(1);
              }
            }
            """);

    assertThatThrownBy(() -> NO_TIME.check(sample)).hasMessageContaining("Thread.sleep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Math.random()",
        "new java.util.Random(1)",
        "java.util.concurrent.ThreadLocalRandom.current()",
        "java.util.UUID.randomUUID()",
        "(java.util.function.Supplier<?>) java.util.UUID::randomUUID",
        "new java.security.SecureRandom()"
      })
  void whoever_throws_dice_is_refused(String expression) {
    refused(NO_CHANCE, expression);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Thread()",
        "Thread.ofVirtual()",
        "java.util.concurrent.Executors.newCachedThreadPool()",
        "new java.util.concurrent.CompletableFuture<String>()",
        "java.util.List.of(1).parallelStream()"
      })
  void whoever_starts_a_thread_or_uses_a_future_is_refused(String expression) {
    refused(NO_THREADS, expression);
  }

  @Test
  void a_moment_that_is_given_is_taken() {
    JavaClasses sample =
        Sample.classes(
            """
            package dev.musubi.core.shop;

            class Patient {
              boolean due(java.time.InstantSource clock, java.util.UUID name) {
                return clock.instant().isAfter(java.time.Instant.EPOCH) && name.version() == 4;
              }
            }
            """);

    assertThatCode(() -> NO_TIME.check(sample)).doesNotThrowAnyException();
    assertThatCode(() -> NO_CHANCE.check(sample)).doesNotThrowAnyException();
  }

  private static void refused(ArchRule rule, String expression) {
    JavaClasses sample =
        Sample.classes(
            "package dev.musubi.core.shop; class Sample { Object it = " + expression + "; }");
    assertThatThrownBy(() -> rule.check(sample)).hasMessageContaining("was violated");
  }

  private static DescribedPredicate<JavaClass> are(String description) {
    return DescribedPredicate.describe(
        description, type -> !NamedAdapters.REASONS.containsKey(type.getName()));
  }

  private static boolean reaches(JavaClass type, Pattern pattern) {
    return type.getAccessesFromSelf().stream()
        .anyMatch(access -> pattern.matcher(target(access)).matches());
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static ArchCondition<JavaClass> reach(Pattern pattern) {
    return new ArchCondition<>("reach " + pattern.pattern()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
            .filter(access -> pattern.matcher(target(access)).matches())
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
      }
    };
  }
}
