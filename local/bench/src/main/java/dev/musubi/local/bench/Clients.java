package dev.musubi.local.bench;

import dev.musubi.aws.queues.OneTimeSchedules;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.core.sending.Outbox;
import dev.musubi.wire.WorkCodec;
import java.net.URI;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** AWS as the world itself calls it: past the functions' permissions, met by no fault. */
final class Clients implements AutoCloseable {
  private final URI door;
  private final DynamoDbClient dynamo;
  private final SqsClient sqs;
  private final SsmClient ssm;
  private final SchedulerClient scheduler;

  Clients(URI door) {
    this.door = door;
    dynamo = of(DynamoDbClient.builder());
    sqs = of(SqsClient.builder());
    ssm = of(SsmClient.builder());
    scheduler = of(SchedulerClient.builder());
  }

  private <B extends AwsClientBuilder<B, C>, C> C of(B builder) {
    return builder
        .endpointOverride(door)
        .region(Region.AP_NORTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("world", "local")))
        .build();
  }

  DynamoDbClient dynamo() {
    return dynamo;
  }

  void secrets(String shop, String json) {
    ssm.putParameter(
        r -> r.name("/musubi/musubi/shops/" + shop).type(ParameterType.SECURE_STRING).value(json));
  }

  /** What the functions put intents into. */
  Outbox outbox(InstantSource clock) {
    String queues = "arn:aws:sqs:ap-northeast-1:000000000000:";
    OneTimeSchedules schedules =
        new OneTimeSchedules(
            scheduler,
            new OneTimeSchedules.Place(
                "musubi",
                "arn:aws:iam::000000000000:role/musubi-ScheduleRole",
                queues + "musubi-schedule-dead-letters"),
            clock);
    return new SqsOutbox(
        sqs,
        schedules,
        Queues.NONE.withPush(queue("express"), queue("bulk")),
        new WorkCodec()::write);
  }

  private String queue(String name) {
    return door.resolve("/000000000000/musubi-" + name).toString();
  }

  @Override
  public void close() {
    dynamo.close();
    sqs.close();
    ssm.close();
    scheduler.close();
  }
}
