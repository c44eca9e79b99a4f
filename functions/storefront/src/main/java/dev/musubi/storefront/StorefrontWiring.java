package dev.musubi.storefront;

import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoRecipients;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.shopify.events.ProxyDoor;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the function together. */
@Factory
final class StorefrontWiring {

  @Singleton
  StorefrontEndpoint endpoint() {
    StorefrontConfig config = StorefrontConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    return new StorefrontEndpoint(
        new ProxyDoor(new SsmShopSecrets(Ssm.connect(), config.stack(), clock)),
        new PreferenceDesk(
            new DynamoShops(dynamo, config.shopsTable()),
            new DynamoLinks(dynamo, config.linksTable(), clock),
            new RecipientBook(new DynamoRecipients(dynamo, config.recipientsTable()))),
        clock);
  }
}
