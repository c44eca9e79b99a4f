package dev.musubi.settings;

import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.wire.WorkCodec;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together. */
@Factory
final class SettingsWiring {

  @Singleton
  SettingsEndpoint endpoint() {
    SettingsConfig config = SettingsConfig.of(Environment.ofProcess());
    return new SettingsEndpoint(
        new Registration(
            new DynamoShops(DynamoDbClient.create(), config.shopsTable()),
            new SqsOutbox(
                SqsClient.create(),
                Queues.NONE.withChores(config.choresQueue()),
                new WorkCodec()::write),
            Clock.find()));
  }
}
