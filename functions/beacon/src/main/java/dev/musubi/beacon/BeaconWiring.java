package dev.musubi.beacon;

import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.dynamodb.DynamoViews;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the function together. */
@Factory
final class BeaconWiring {

  @Singleton
  BeaconEndpoint endpoint() {
    BeaconConfig config = BeaconConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    return new BeaconEndpoint(
        SsmShopSecrets.atTheDoor(Ssm.connect(), config.stack(), clock),
        new DynamoShops(dynamo, config.shopsTable()),
        new DynamoViews(dynamo, config.shoppingTable(), clock),
        clock);
  }
}
