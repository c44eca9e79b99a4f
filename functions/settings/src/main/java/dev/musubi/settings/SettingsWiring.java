package dev.musubi.settings;

import dev.musubi.aws.dynamodb.DynamoDataExports;
import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoDeliveries;
import dev.musubi.aws.dynamodb.DynamoErasureProofs;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.core.shop.Shops;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.wire.WorkCodec;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the function together. */
@Factory
final class SettingsWiring {

  @Singleton
  SettingsEndpoint endpoint() {
    SettingsConfig config = SettingsConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    Shops shops = new DynamoShops(dynamo, config.shopsTable());
    return new SettingsEndpoint(
        new Registration(
            shops,
            new SqsOutbox(
                Sqs.connect(),
                Queues.NONE.withChores(config.choresQueue()),
                new WorkCodec()::write),
            clock),
        new Rights(
            new DynamoDataExports(dynamo, config.shoppingTable(), clock),
            new DynamoErasureProofs(dynamo, config.shopsTable()),
            new DynamoLinks(dynamo, config.linksTable(), clock)),
        new Accounts(shops, new DynamoDeliveries(dynamo, config.deliveriesTable(), clock)));
  }
}
