package dev.musubi.dueruns;

import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoRuns;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.core.reminding.DailyRuns;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.wire.WorkCodec;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the function together. */
@Factory
final class DueRunsWiring {

  @Singleton
  DueRunsWorker worker() {
    DueRunsConfig config = DueRunsConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    return new DueRunsWorker(
        new DailyRuns(
            new DynamoShops(dynamo, config.shopsTable()),
            new DynamoRuns(dynamo, config.runsTable(), clock),
            new SqsOutbox(
                Sqs.connect(),
                Queues.NONE.withFanOut(config.fanOutQueue()).withChores(config.choresQueue()),
                new WorkCodec()::write)),
        clock);
  }
}
