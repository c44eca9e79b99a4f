package dev.musubi.local.world.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.clock.OffsetFile;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.runtime.FunctionStats.State;
import dev.musubi.local.world.runtime.InvocationResult.Answered;
import dev.musubi.local.world.runtime.InvocationResult.Failed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final Busy busy = new Busy();
  private OffsetFile offset;
  private Lambda lambda;

  @BeforeEach
  void world() throws IOException {
    offset = OffsetFile.writable(folder.resolve("clock"));
    var zip = TestZip.of(folder.resolve("test.zip"), TestHandler.class);
    var broken = TestZip.of(folder.resolve("broken.zip"), FailingAtStart.class);
    var surroundings =
        new Surroundings(
            "ap-northeast-1",
            "123456789012",
            URI.create("http://127.0.0.1:4"),
            folder.resolve("clock"),
            folder.resolve("work"),
            folder.resolve("logs"));
    lambda =
        new Lambda(
            List.of(
                function("test", TestHandler.class, zip, Duration.ofSeconds(30)),
                function("hasty", TestHandler.class, zip, Duration.ofSeconds(1)),
                function("broken", FailingAtStart.class, broken, Duration.ofSeconds(30)),
                function("absent", LambdaTest.class, zip, Duration.ofSeconds(30))),
            surroundings,
            busy,
            InstantSource.system());
  }

  private static FunctionSpec function(String name, Class<?> handler, Path zip, Duration timeout) {
    return new FunctionSpec(
        "TheFunction",
        name,
        handler.getName(),
        zip,
        512,
        timeout,
        Map.of("TABLE", "links", "AWS_REGION", "mars-1"),
        8,
        Optional.empty());
  }

  @AfterEach
  void end() {
    lambda.close();
  }

  @Test
  void a_function_answers_from_its_zip_and_the_same_process_serves_the_next_invocation()
      throws Exception {
    assertThat(answer("test", "{\"do\":\"echo\",\"名\":\"結び\"}").get("名").asText()).isEqualTo("結び");
    assertThat(answer("test", "{\"do\":\"where\"}").asText()).contains("/work/test/");

    var stats = lambda.stats().getFirst();
    assertThat(stats.starts()).isEqualTo(1);
    assertThat(stats.invocations()).isEqualTo(2);
    assertThat(stats.errors()).isZero();
    assertThat(stats.state()).isEqualTo(State.IDLE);
    assertThat(stats.lastInitMs().orElseThrow()).isPositive();
    assertThat(stats.pid()).isPresent();
  }

  @Test
  void a_function_sees_its_own_variables_and_lambdas_and_nothing_of_the_world() throws Exception {
    var environment = answer("test", "{\"do\":\"environment\"}");

    assertThat(environment.get("TABLE").asText()).isEqualTo("links");
    assertThat(environment.get("AWS_REGION").asText()).isEqualTo("ap-northeast-1");
    assertThat(environment.get("AWS_ACCESS_KEY_ID").asText()).isEqualTo("TheFunction");
    assertThat(environment.get("AWS_ENDPOINT_URL").asText()).isEqualTo("http://127.0.0.1:4");
    assertThat(environment.get("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("test");
    assertThat(environment.has("HOME")).isFalse();
    assertThat(environment.has("JAVA_HOME")).isFalse();
  }

  @Test
  void the_worlds_clock_is_the_functions_clock_also_after_it_was_set_forward() throws Exception {
    var first = Instant.parse(answer("test", "{\"do\":\"clock\"}").asText());
    offset.write(Duration.ofDays(30));
    var second = Instant.parse(answer("test", "{\"do\":\"clock\"}").asText());

    assertThat(Duration.between(first, second))
        .isBetween(Duration.ofDays(30), Duration.ofDays(30).plusMinutes(1));
  }

  @Test
  void what_is_to_be_done_before_a_snapshot_is_registered_where_the_runtime_client_looks()
      throws Exception {
    assertThat(answer("test", "{\"do\":\"hooks\"}").asText())
        .isEqualTo("com.amazonaws.services.lambda.crac.Core");
  }

  @Test
  void the_time_left_is_counted_from_the_functions_timeout() throws Exception {
    assertThat(answer("test", "{\"do\":\"left\"}").asInt()).isBetween(20_000, 30_000);
  }

  @Test
  void an_exception_of_the_handler_is_the_invocations_error_and_the_process_lives_on()
      throws Exception {
    var failed = failure("test", "{\"do\":\"throw\"}");

    var error = JSON.readTree(failed.payload());
    assertThat(error.get("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.get("errorMessage").asText()).isEqualTo("as asked");
    answer("test", "{\"do\":\"echo\"}");
    assertThat(lambda.stats().getFirst().starts()).isEqualTo(1);
    assertThat(lambda.stats().getFirst().errors()).isEqualTo(1);
  }

  @Test
  void a_process_that_exits_fails_its_invocation_and_the_next_one_gets_a_new_process()
      throws Exception {
    assertThat(failure("test", "{\"do\":\"exit\"}").type()).isEqualTo("Runtime.ExitError");
    answer("test", "{\"do\":\"echo\"}");
    assertThat(lambda.stats().getFirst().starts()).isEqualTo(2);
  }

  @Test
  void a_killed_process_fails_the_invocation_in_its_middle() throws Exception {
    try (var door = door()) {
      var running = lambda.invoke("test", waitFor(door));
      try (var inside = door.accept()) {
        assertThat(inside.isConnected()).isTrue();
        assertThat(busy.underWay()).containsExactly("function test");

        assertThat(lambda.kill("test")).hasSize(1);
        assertThat(result(running)).isInstanceOf(Failed.class);
      }
    }
    assertThat(new String(result(lambda.invoke("test", bytes("{\"do\":\"echo\"}"))).payload()))
        .contains("echo");
    assertThat(lambda.stats().getFirst().starts()).isEqualTo(2);
  }

  @Test
  void killing_a_function_that_does_not_run_kills_nothing() {
    assertThat(lambda.kill("test")).isEmpty();
  }

  @Test
  void two_invocations_run_at_once_and_a_third_waits_for_one_of_them() throws Exception {
    try (var door = door()) {
      var first = lambda.invoke("test", waitFor(door));
      var second = lambda.invoke("test", waitFor(door));
      var third = lambda.invoke("test", bytes("{\"do\":\"echo\"}"));
      try (var one = door.accept();
          var other = door.accept()) {
        assertThat(third).isNotDone();
        assertThat(lambda.stats().getFirst().state()).isEqualTo(State.BUSY);
        release(one);
        result(third);
        release(other);
      }
      assertThat(result(first)).isInstanceOf(Answered.class);
      assertThat(result(second)).isInstanceOf(Answered.class);
    }
    assertThat(lambda.stats().getFirst().starts()).isEqualTo(2);
    assertThat(busy.awaitIdle(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void an_invocation_that_takes_longer_than_the_timeout_fails_and_its_process_ends()
      throws Exception {
    try (var door = door()) {
      var failed = failure("hasty", new String(waitFor(door), StandardCharsets.UTF_8));

      assertThat(failed.type()).isEqualTo("Sandbox.Timedout");
      assertThat(new String(failed.payload(), StandardCharsets.UTF_8))
          .contains("Task timed out after 1.00 seconds");
    }
    answer("hasty", "{\"do\":\"echo\"}");
    assertThat(lambda.stats().get(1).starts()).isEqualTo(2);
  }

  @Test
  void a_function_that_cannot_be_made_ready_says_why() throws Exception {
    assertThat(new String(failure("broken", "{}").payload(), StandardCharsets.UTF_8))
        .contains("no configuration");
  }

  @Test
  void a_handler_that_is_not_in_the_zip_is_named() throws Exception {
    assertThat(new String(failure("absent", "{}").payload(), StandardCharsets.UTF_8))
        .contains(LambdaTest.class.getName());
  }

  @Test
  void a_function_that_does_not_exist_is_an_error_that_names_those_that_do() {
    assertThatThrownBy(() -> lambda.invoke("tset", new byte[0]).get())
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no function 'tset'; there are [test, hasty, broken, absent]");
  }

  @Test
  void what_a_function_prints_is_in_the_log_file_of_its_name() throws Exception {
    answer("test", "{\"do\":\"print\",\"text\":\"結び was here\"}");
    assertThat(Files.readString(folder.resolve("logs/test.log"))).contains("結び was here");
  }

  @Test
  void all_processes_end_with_the_world() throws Exception {
    answer("test", "{\"do\":\"echo\"}");
    var process = ProcessHandle.of(lambda.stats().getFirst().pid().orElseThrow()).orElseThrow();

    lambda.close();
    process.onExit().get(10, TimeUnit.SECONDS);
    world();
  }

  private JsonNode answer(String function, String event) throws Exception {
    var result = result(lambda.invoke(function, bytes(event)));
    assertThat(result).isInstanceOf(Answered.class);
    return JSON.readTree(result.payload());
  }

  private Failed failure(String function, String event) throws Exception {
    return (Failed) result(lambda.invoke(function, bytes(event)));
  }

  private static InvocationResult result(CompletableFuture<InvocationResult> running)
      throws Exception {
    return running.get(30, TimeUnit.SECONDS);
  }

  private static ServerSocket door() throws IOException {
    return new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
  }

  private static byte[] waitFor(ServerSocket door) {
    return bytes("{\"do\":\"wait\",\"port\":%d}".formatted(door.getLocalPort()));
  }

  private static void release(Socket inside) throws IOException {
    inside.getOutputStream().write(1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
