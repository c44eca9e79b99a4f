package dev.musubi.local.world.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.local.clock.OffsetFile;
import dev.musubi.local.world.clock.Agenda.Fired;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.clock.Walk;
import dev.musubi.local.world.clock.WorldClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsynchronousInvocationsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final byte[] THROW = "{\"do\":\"throw\"}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ECHO = "{\"do\":\"echo\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final Busy busy = new Busy();
  private final List<String> dead = new CopyOnWriteArrayList<>();
  private Lambda lambda;
  private AsynchronousInvocations events;
  private Walk walk;

  @BeforeEach
  void world() throws IOException {
    var clock =
        WorldClock.startingAt(
            Instant.parse("2026-03-01T12:00:00Z"),
            InstantSource.system(),
            OffsetFile.writable(folder.resolve("clock")));
    var function =
        new FunctionSpec(
            "TheFunction",
            "test",
            TestHandler.class.getName(),
            TestZip.of(folder.resolve("test.zip"), TestHandler.class),
            512,
            Duration.ofSeconds(30),
            Map.of(),
            1,
            Optional.of("dead-letters"));
    lambda =
        new Lambda(
            List.of(function),
            new Surroundings(
                "ap-northeast-1",
                "123456789012",
                URI.create("http://127.0.0.1:4"),
                folder.resolve("clock"),
                folder.resolve("work"),
                folder.resolve("logs")),
            busy,
            InstantSource.system());
    events =
        new AsynchronousInvocations(
            lambda, clock, (queue, payload, error) -> dead.add(queue + ": " + error));
    walk = new Walk(clock, busy, List.of(events));
  }

  @AfterEach
  void end() {
    walk.close();
    lambda.close();
  }

  @Test
  void an_event_that_succeeds_is_invoked_once() throws Exception {
    events.invokeEvent("test", ECHO);

    assertThat(walk.idle(LIMIT).later()).isEmpty();
    assertThat(lambda.stats().getFirst().invocations()).isEqualTo(1);
  }

  @Test
  void an_event_that_fails_is_retried_after_one_and_two_minutes_and_then_a_dead_letter()
      throws Exception {
    events.invokeEvent("test", THROW);
    assertThat(walk.idle(LIMIT).later()).hasSize(1);

    var fired = walk.by(Duration.ofMinutes(4)).get(30, TimeUnit.SECONDS).fired();

    assertThat(fired).extracting(Fired::target).containsExactly("test", "test");
    assertThat(Duration.between(fired.get(0).at(), fired.get(1).at()))
        .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(2).plusSeconds(10));
    assertThat(lambda.stats().getFirst().errors()).isEqualTo(3);
    assertThat(dead).containsExactly("dead-letters: as asked");
    assertThat(walk.idle(LIMIT).later()).isEmpty();
  }

  @Test
  void a_world_that_is_reset_forgets_its_retries() throws Exception {
    events.invokeEvent("test", THROW);
    assertThat(walk.idle(LIMIT).later()).hasSize(1);
    events.reset();

    assertThat(walk.idle(LIMIT).later()).isEmpty();
  }

  @Test
  void an_event_for_a_function_that_does_not_exist_is_refused() {
    assertThatThrownBy(() -> events.invokeEvent("nobody", ECHO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no function 'nobody'");
  }
}
