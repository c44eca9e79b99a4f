package dev.musubi.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {
  static final Physical PLACE =
      new Physical(
          "musubi",
          "ap-northeast-1",
          "000000000000",
          URI.create("http://127.0.0.1:4100"),
          URI.create("http://127.0.0.1:4200"));

  private final Stack stack = read(Map.of());
  private final LambdaFunction worker = stack.function("Worker").orElseThrow();

  static Stack read(Map<String, String> overrides) {
    try (var in = TemplateReaderTest.class.getResourceAsStream("/small-template.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new TemplateReader(PLACE, overrides).read(yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_function_has_the_globals_under_its_own_properties() {
    assertThat(worker.limits().memoryMegabytes()).isEqualTo(1024);
    assertThat(worker.limits().timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(worker.limits().reservedConcurrency()).hasValue(4);
    assertThat(worker.code()).isEqualTo(new LambdaFunction.Code("dev.musubi.Worker", "."));
  }

  @Test
  void an_environment_is_resolved_to_what_the_local_world_runs() {
    assertThat(worker.environment())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "STAGE", "local",
                "STACK", "musubi",
                "TABLE", "musubi-Links",
                "QUEUE_URL", "http://127.0.0.1:4100/000000000000/musubi-Work",
                "DEAD", "musubi-dead",
                "PREFIX", "/musubi/musubi/local",
                "LITERAL", "${kept}"));
  }

  @Test
  void a_function_starts_by_routes_queues_and_rules() {
    Triggers triggers = worker.triggers();
    assertThat(triggers.routes()).containsExactly(new Triggers.Route("POST", "/line/{shop}"));
    assertThat(triggers.queues())
        .containsExactly(
            new Triggers.QueueSource(
                "arn:aws:sqs:ap-northeast-1:000000000000:musubi-Work",
                100,
                Duration.ofSeconds(1),
                true,
                OptionalInt.of(8)));
    assertThat(triggers.rules())
        .containsExactly(
            new Triggers.Rule(
                "musubi-WorkerQuarter",
                "cron(0/15 * * * ? *)",
                ZoneId.of("Asia/Tokyo"),
                Optional.empty(),
                true),
            new Triggers.Rule(
                "musubi-WorkerHourly", "rate(1 hour)", ZoneId.of("UTC"), Optional.empty(), false));
    assertThat(triggers.async())
        .isEqualTo(
            new Triggers.AsyncInvoke(
                1,
                Duration.ofMinutes(10),
                Optional.of("arn:aws:sqs:ap-northeast-1:000000000000:musubi-dead")));
  }

  @Test
  void queues_carry_their_times_and_where_dead_letters_go() {
    Queue work = stack.queues().getFirst();
    assertThat(work.times())
        .isEqualTo(
            new Queue.Times(Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofDays(14)));
    assertThat(work.redrive())
        .contains(new Queue.Redrive("arn:aws:sqs:ap-northeast-1:000000000000:musubi-dead", 10));
    assertThat(stack.queues())
        .extracting(q -> q.named().logicalId())
        .containsExactly("Work", "WorkDead");
  }

  @Test
  void a_table_carries_keys_indexes_ttl_and_protection() {
    Table links = stack.tables().getFirst();
    assertThat(links.key())
        .isEqualTo(
            new Table.Key(
                new Table.Attribute("pk", "S"), Optional.of(new Table.Attribute("sk", "S"))));
    assertThat(links.indexes())
        .containsExactly(
            new Table.Index(
                "byDue",
                new Table.Key(new Table.Attribute("due", "N"), Optional.empty()),
                "INCLUDE",
                List.of("name")));
    assertThat(links.ttlAttribute()).contains("expires");
    assertThat(links.protection()).isEqualTo(new Table.Protection(true, true));
  }

  @Test
  void the_api_carries_throttles_and_the_origins_that_may_call() {
    HttpApi api = stack.api().orElseThrow();
    assertThat(api.defaultThrottle())
        .contains(new HttpApi.Throttle(Optional.of(500.0), Optional.of(1000)));
    assertThat(api.routeThrottles().get("POST /line/{shop}").rate()).contains(12.5);
    assertThat(api.cors().orElseThrow().origins())
        .containsExactly("https://a.example", "https://b.example");
  }

  @Test
  void the_schedules_role_trusts_the_scheduler_of_this_account_alone() {
    Role role = stack.roles().getFirst();
    Map<String, List<String>> here = Map.of("aws:sourceaccount", List.of("000000000000"));
    Map<String, List<String>> elsewhere = Map.of("aws:sourceaccount", List.of("111111111111"));
    assertThat(role.assumableBy("scheduler.amazonaws.com", here)).isTrue();
    assertThat(role.assumableBy("scheduler.amazonaws.com", elsewhere)).isFalse();
    assertThat(role.assumableBy("lambda.amazonaws.com", here)).isFalse();
    assertThat(role.grants().decide("sqs:SendMessage", work().named().arn(), Map.of()))
        .isEqualTo(Decision.ALLOWED);
  }

  @Test
  void log_groups_alarms_topics_groups_and_policies_are_read() {
    LogGroup logs = stack.logGroups().getFirst();
    assertThat(logs.named().name()).isEqualTo("/aws/lambda/musubi-Worker");
    assertThat(logs.retentionDays()).hasValue(30);
    assertThat(stack.alarms().getFirst().metric().orElseThrow().dimensions())
        .containsEntry("QueueName", "musubi-dead");
    assertThat(stack.all(Topic.class)).hasSize(1);
    assertThat(stack.scheduleGroups().getFirst().named().name()).isEqualTo("musubi-Later");
    assertThat(stack.all(ResourcePolicy.class).getFirst().targets())
        .containsExactly("http://127.0.0.1:4100/000000000000/musubi-Work");
  }

  @Test
  void outputs_are_resolved_and_those_of_another_condition_left_out() {
    assertThat(stack.outputs())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Endpoint", "http://127.0.0.1:4200",
                "WorkerRole", "arn:aws:iam::000000000000:role/musubi-WorkerRole"));
  }

  @Test
  void an_overridden_parameter_changes_what_its_conditions_decide() {
    Stack prod = read(Map.of("Stage", "prod"));
    assertThat(prod.queues()).extracting(q -> q.named().logicalId()).contains("ProdOnly");
    assertThat(prod.outputs()).containsEntry("Prod", "prod");
    assertThat(prod.function("Worker").orElseThrow().environment())
        .containsEntry("ONLY_IN_PROD", "yes");
  }

  private Queue work() {
    return stack.queues().getFirst();
  }
}
