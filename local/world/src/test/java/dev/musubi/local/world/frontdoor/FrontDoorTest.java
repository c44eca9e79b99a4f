package dev.musubi.local.world.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.local.world.clock.Agenda;
import dev.musubi.local.world.frontdoor.CallCounts.CallCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;
import software.amazon.awssdk.services.scheduler.model.ValidationException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

class FrontDoorTest {
  private static RunningWorld world;

  @BeforeAll
  static void open() {
    world = new RunningWorld();
  }

  @AfterAll
  static void shut() {
    world.close();
  }

  @BeforeEach
  void fresh() {
    world.dynamoDb.reset();
    world.sqs.reset();
    world.scheduler.load("[]");
    world.parameters.load("[]");
    world.door.faults().clear();
    world.door.counts().reset();
    world.events.clear();
    world.started.clear();
  }

  private static Map<String, AttributeValue> item(String pk) {
    return Map.of("pk", AttributeValue.fromS(pk), "due", AttributeValue.fromS("today"));
  }

  private static void put(String caller, String pk) {
    world.dynamoDb(caller).putItem(r -> r.tableName("demo-Links").item(item(pk)));
  }

  private static List<Message> receive(String queue) {
    return world
        .sqs("world")
        .receiveMessage(r -> r.queueUrl(world.queueUrl(queue)).maxNumberOfMessages(10))
        .messages();
  }

  private static CreateScheduleRequest.Builder schedule(String name, String at) {
    String input =
        "{\"QueueUrl\":\"%s\",\"MessageBody\":\"%s\",\"MessageGroupId\":\"shop-a\"}"
            .formatted(world.queueUrl("Work"), name);
    return CreateScheduleRequest.builder()
        .name(name)
        .groupName("later")
        .scheduleExpression("at(" + at + ")")
        .scheduleExpressionTimezone("Asia/Tokyo")
        .actionAfterCompletion(ActionAfterCompletion.DELETE)
        .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
        .target(
            t ->
                t.arn("arn:aws:scheduler:::aws-sdk:sqs:sendMessage")
                    .roleArn("arn:aws:iam::000000000000:role/demo-LaterRole")
                    .input(input));
  }

  @Test
  void a_granted_call_reaches_dynamodb() {
    put("Push", "shop#a");
    assertThat(
            world
                .dynamoDb("Push")
                .getItem(
                    r ->
                        r.tableName("demo-Links").key(Map.of("pk", AttributeValue.fromS("shop#a"))))
                .item())
        .containsEntry("due", AttributeValue.fromS("today"));
    assertThat(world.under).isEmpty();
  }

  @Test
  void an_action_that_is_not_granted_is_refused_in_awss_words() {
    assertThatThrownBy(
            () ->
                world
                    .dynamoDb("Push")
                    .deleteItem(
                        r ->
                            r.tableName("demo-Links").key(Map.of("pk", AttributeValue.fromS("a")))))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "User: arn:aws:sts::000000000000:assumed-role/Push/demo-Push is not authorized"
                          + " to perform: dynamodb:DeleteItem on resource:"
                          + " arn:aws:dynamodb:ap-northeast-1:000000000000:table/demo-Links because"
                          + " no identity-based policy allows the dynamodb:DeleteItem action");
            });
  }

  @Test
  void a_resource_that_is_not_granted_is_refused_although_the_action_is() {
    assertThatThrownBy(
            () ->
                world
                    .sqs("Push")
                    .sendMessage(r -> r.queueUrl(world.queueUrl("Other")).messageBody("x")))
        .isInstanceOfSatisfying(
            SqsException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(403);
              assertThat(e.awsErrorDetails().errorCode()).startsWith("AccessDenied");
              assertThat(e.getMessage()).contains("sqs:SendMessage").contains("demo-Other");
            });
    assertThat(receive("Other")).isEmpty();
  }

  @Test
  void an_index_needs_its_own_grant_and_a_table_grant_does_not_cover_it() {
    put("world", "shop#a");
    assertThat(
            world
                .dynamoDb("Push")
                .query(
                    r ->
                        r.tableName("demo-Links")
                            .indexName("byDue")
                            .keyConditionExpression("due = :d")
                            .expressionAttributeValues(Map.of(":d", AttributeValue.fromS("today"))))
                .count())
        .isOne();
    assertThatThrownBy(
            () ->
                world
                    .dynamoDb("Push")
                    .query(
                        r ->
                            r.tableName("demo-Links")
                                .keyConditionExpression("pk = :d")
                                .expressionAttributeValues(
                                    Map.of(":d", AttributeValue.fromS("shop#a")))))
        .hasMessageContaining("dynamodb:Query");
  }

  @Test
  void a_write_transaction_needs_the_grants_of_all_its_parts() {
    List<TransactWriteItem> parts =
        List.of(
            TransactWriteItem.builder().put(p -> p.tableName("demo-Links").item(item("a"))).build(),
            TransactWriteItem.builder()
                .conditionCheck(
                    c ->
                        c.tableName("demo-Links")
                            .key(Map.of("pk", AttributeValue.fromS("b")))
                            .conditionExpression("attribute_exists(pk)"))
                .build());
    assertThatThrownBy(() -> world.dynamoDb("Push").transactWriteItems(r -> r.transactItems(parts)))
        .hasMessageContaining("dynamodb:ConditionCheckItem");
  }

  @Test
  void leading_keys_limit_which_partitions_a_function_may_touch() {
    var push = world.dynamoDb("Push");
    push.updateItem(
        r -> r.tableName("demo-Links").key(Map.of("pk", AttributeValue.fromS("shop#a"))));
    assertThatThrownBy(
            () ->
                push.updateItem(
                    r -> r.tableName("demo-Links").key(Map.of("pk", AttributeValue.fromS("all")))))
        .hasMessageContaining("dynamodb:UpdateItem");
  }

  @Test
  void a_caller_nobody_knows_is_refused() {
    assertThatThrownBy(() -> put("Nobody", "a"))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(403);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException");
            });
  }

  @Test
  void a_call_the_local_world_does_not_have_is_refused_plainly() {
    assertThatThrownBy(() -> world.ssm("world").describeParameters())
        .hasMessageContaining("The local world does not know ssm:DescribeParameters.");
  }

  @Test
  void calls_are_counted_by_function_service_and_operation() {
    put("Push", "a");
    put("Push", "b");
    receive("Work");
    assertThat(world.door.counts().all())
        .containsExactly(
            new CallCount("Push", "dynamodb", "PutItem", 2, 4),
            new CallCount("world", "sqs", "ReceiveMessage", 1, 0));
    world.door.counts().reset();
    assertThat(world.door.counts().all()).isEmpty();
  }

  @Test
  void a_throttled_service_says_so_as_often_as_asked() {
    world.door.faults().next("dynamodb", Fault.THROTTLE, 1);
    assertThatThrownBy(() -> put("Push", "a"))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    put("Push", "a");
  }

  @Test
  void the_world_itself_meets_no_faults() {
    world.door.faults().next("dynamodb", Fault.FAIL, 1);
    put("world", "a");
    assertThatThrownBy(() -> put("Push", "a"))
        .isInstanceOfSatisfying(
            DynamoDbException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
  }

  @Test
  void a_timeout_leaves_nothing_behind_and_a_timeout_after_accept_does() {
    world.door.faults().next("sqs", Fault.TIMEOUT, 1);
    world.door.faults().next("sqs", Fault.TIMEOUT_AFTER_ACCEPT, 1);
    var push = world.sqs("Push");
    for (String body : List.of("never", "accepted")) {
      assertThatThrownBy(
              () -> push.sendMessage(r -> r.queueUrl(world.queueUrl("Work")).messageBody(body)))
          .isInstanceOf(SdkClientException.class);
    }
    assertThat(receive("Work")).extracting(Message::body).containsExactly("accepted");
  }

  @Test
  void a_reset_connection_is_no_answer() {
    world.door.faults().next("sqs", Fault.CONNECTION_RESET, 1);
    assertThatThrownBy(
            () ->
                world
                    .sqs("Push")
                    .sendMessage(r -> r.queueUrl(world.queueUrl("Work")).messageBody("x")))
        .isInstanceOf(SdkClientException.class);
    assertThat(receive("Work")).isEmpty();
  }

  @Test
  void a_fault_by_rate_strikes_the_same_calls_for_the_same_seed() {
    assertThat(struck(7)).isEqualTo(struck(7)).contains(true, false);
  }

  private static List<Boolean> struck(long seed) {
    Faults faults = new Faults();
    faults.share("sqs", Fault.FAIL, 0.5, seed);
    return IntStream.range(0, 20).mapToObj(i -> faults.strike("sqs").isPresent()).toList();
  }

  @Test
  void whoever_maps_queues_hears_of_sends_deletes_and_visibility() {
    var push = world.sqs("Push");
    String url = world.queueUrl("Work");
    push.sendMessageBatch(
        r ->
            r.queueUrl(url)
                .entries(
                    SendMessageBatchRequestEntry.builder().id("1").messageBody("a").build(),
                    SendMessageBatchRequestEntry.builder()
                        .id("2")
                        .messageBody("b")
                        .delaySeconds(9)
                        .build()));
    String receipt = receive("Work").getFirst().receiptHandle();
    push.changeMessageVisibility(r -> r.queueUrl(url).receiptHandle(receipt).visibilityTimeout(30));
    push.deleteMessage(r -> r.queueUrl(url).receiptHandle(receipt));
    assertThat(world.events)
        .containsExactly(
            "sent demo-Work PT0S",
            "sent demo-Work PT9S",
            "visibility demo-Work PT30S",
            "deleted demo-Work");
  }

  @Test
  void delays_and_visibility_follow_the_worlds_clock_and_dead_letters_move() {
    world
        .sqs("Push")
        .sendMessage(r -> r.queueUrl(world.queueUrl("Work")).messageBody("x").delaySeconds(60));
    assertThat(receive("Work")).isEmpty();
    world.clock.by(Duration.ofSeconds(61));
    assertThat(receive("Work")).hasSize(1);
    assertThat(receive("Work")).isEmpty();
    world.clock.by(Duration.ofSeconds(61));
    assertThat(receive("Work")).hasSize(1);
    world.clock.by(Duration.ofSeconds(61));
    assertThat(receive("Work")).isEmpty();
    assertThat(receive("Dead")).extracting(Message::body).containsExactly("x");
  }

  @Test
  void items_expire_by_the_worlds_clock_and_only_when_purged() {
    Instant now = world.clock.instant();
    for (int hours : List.of(1, 2)) {
      Map<String, AttributeValue> item =
          Map.of(
              "pk", AttributeValue.fromS("h" + hours),
              "due", AttributeValue.fromS("x"),
              "expires",
                  AttributeValue.fromN("" + now.plus(Duration.ofHours(hours)).getEpochSecond()));
      world.dynamoDb("world").putItem(r -> r.tableName("demo-Links").item(item));
    }
    world.dynamoDb.purgeExpired(now.plus(Duration.ofMinutes(90)));
    assertThat(world.dynamoDb("world").scan(r -> r.tableName("demo-Links")).items())
        .extracting(i -> i.get("pk").s())
        .containsExactly("h2");
  }

  @Test
  void schedules_fire_in_the_order_of_their_time_and_are_gone_afterwards() {
    var push = world.scheduler("Push");
    String day = world.clock.instant().plus(Duration.ofDays(1)).toString().substring(0, 10);
    push.createSchedule(schedule("second", day + "T10:00:00").build());
    push.createSchedule(schedule("first", day + "T09:59:00").build());
    push.createSchedule(schedule("third", day + "T10:01:00").build());
    Instant second = Instant.parse(day + "T01:00:00Z");

    assertThat(world.scheduler.fire(second).stream().filter(f -> !f.name().equals("tick")))
        .containsExactly(
            new Agenda.Fired(second.minusSeconds(60), "first", "demo-Work"),
            new Agenda.Fired(second, "second", "demo-Work"));
    assertThat(receive("Work")).extracting(Message::body).containsExactly("first", "second");
    assertThat(world.events).contains("sent demo-Work PT0S");
    assertThatThrownBy(() -> push.getSchedule(r -> r.groupName("later").name("first")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(push.getSchedule(r -> r.groupName("later").name("third")).scheduleExpression())
        .isEqualTo("at(" + day + "T10:01:00)");
  }

  @Test
  void a_second_schedule_of_the_same_name_is_a_conflict_and_a_repeated_request_is_not() {
    var push = world.scheduler("Push");
    push.createSchedule(schedule("once", "2031-01-01T09:00:00").clientToken("t").build());
    push.createSchedule(schedule("once", "2031-01-01T09:00:00").clientToken("t").build());
    assertThatThrownBy(() -> push.createSchedule(schedule("once", "2031-01-01T09:00:00").build()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("already exists");
    push.deleteSchedule(r -> r.groupName("later").name("once"));
    push.createSchedule(schedule("once", "2031-01-01T09:00:00").build());
  }

  @Test
  void a_schedule_needs_pass_role_its_group_and_a_role_that_trusts_the_scheduler() {
    var push = world.scheduler("Push");
    var boss = world.scheduler("world");
    var foreign =
        schedule("r", "2031-01-01T09:00:00")
            .target(
                t ->
                    t.arn("arn:aws:scheduler:::aws-sdk:sqs:sendMessage")
                        .roleArn("arn:aws:iam::000000000000:role/demo-LambdaRole")
                        .input("{\"QueueUrl\":\"q\",\"MessageBody\":\"b\"}"))
            .build();
    assertThatThrownBy(() -> push.createSchedule(foreign))
        .isInstanceOfSatisfying(
            SchedulerException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
              assertThat(e.getMessage()).contains("iam:PassRole");
            });
    assertThatThrownBy(() -> boss.createSchedule(foreign))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("assume the role");
    assertThatThrownBy(
            () ->
                boss.createSchedule(
                    schedule("g", "2031-01-01T09:00:00").groupName("nowhere").build()))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> boss.createSchedule(schedule("p", "2020-01-01T09:00:00").build()))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void schedules_survive_in_what_is_saved() {
    world.scheduler("Push").createSchedule(schedule("kept", "2031-01-01T09:00:00").build());
    String saved = world.scheduler.save();
    world.scheduler.load("[]");
    world.scheduler.load(saved);
    assertThat(world.scheduler("Push").getSchedule(r -> r.groupName("later").name("kept")).name())
        .isEqualTo("kept");
  }

  @Test
  void a_parameter_is_read_by_whom_it_is_for_and_sealed_unless_decrypted() {
    world
        .ssm("world")
        .putParameter(
            r -> r.name("/musubi/demo/shops/a").type(ParameterType.SECURE_STRING).value("secret"));
    var push = world.ssm("Push");
    assertThat(
            push.getParameter(r -> r.name("/musubi/demo/shops/a").withDecryption(true))
                .parameter()
                .value())
        .isEqualTo("secret");
    assertThat(push.getParameter(r -> r.name("/musubi/demo/shops/a")).parameter().value())
        .isNotEqualTo("secret");
    var several = push.getParameters(r -> r.names("/musubi/demo/shops/a", "/musubi/demo/shops/b"));
    assertThat(several.parameters()).hasSize(1);
    assertThat(several.invalidParameters()).containsExactly("/musubi/demo/shops/b");
    assertThatThrownBy(() -> push.getParameter(r -> r.name("/musubi/demo/shops/b")))
        .isInstanceOf(ParameterNotFoundException.class);
    assertThatThrownBy(() -> push.getParameter(r -> r.name("/musubi/other/shops/a")))
        .hasMessageContaining("ssm:GetParameter");
  }

  @Test
  void a_parameter_is_overwritten_only_when_asked() {
    var boss = world.ssm("world");
    boss.putParameter(r -> r.name("/p").type(ParameterType.STRING).value("1"));
    assertThatThrownBy(
            () -> boss.putParameter(r -> r.name("/p").type(ParameterType.STRING).value("2")))
        .isInstanceOf(ParameterAlreadyExistsException.class);
    assertThat(boss.putParameter(r -> r.name("/p").value("2").overwrite(true)).version())
        .isEqualTo(2);
  }
}
