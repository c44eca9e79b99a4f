package dev.musubi.settings;

import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.wire.WorkCodec;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Puts the function together. */
@Factory
final class SettingsWiring {

  @Singleton
  SettingsEndpoint endpoint() {
    SettingsConfig config = SettingsConfig.of(Environment.ofProcess());
    return new SettingsEndpoint(
        new Registration(
            new DynamoShops(DynamoDb.connect(), config.shopsTable()),
            new SqsOutbox(
                Sqs.connect(),
                Queues.NONE.withChores(config.choresQueue()),
                new WorkCodec()::write),
            Clock.find()));
  }
}
