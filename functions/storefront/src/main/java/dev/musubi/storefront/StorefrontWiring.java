package dev.musubi.storefront;

import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoDeliveries;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoPurchases;
import dev.musubi.aws.dynamodb.DynamoRecipients;
import dev.musubi.aws.dynamodb.DynamoRestocks;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.dynamodb.DynamoWatches;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.core.reminding.RestockWishes;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.core.shop.Shops;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.shopify.admin.AdminBase;
import dev.musubi.shopify.admin.AdminClient;
import dev.musubi.shopify.admin.AdminVariants;
import dev.musubi.shopify.admin.Pause;
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
    SsmShopSecrets secrets = SsmShopSecrets.atTheDoor(Ssm.connect(), config.stack(), clock);
    Shops shops = new DynamoShops(dynamo, config.shopsTable());
    AdminClient admin =
        new AdminClient(new AdminBase(config.shopifyAdmin()), secrets, clock, Pause.refused());
    PreferenceDesk preferences =
        new PreferenceDesk(
            shops,
            new DynamoLinks(dynamo, config.linksTable(), clock),
            new RecipientBook(new DynamoRecipients(dynamo, config.recipientsTable())));
    RestockWishes wishes =
        new RestockWishes(
            new DynamoRestocks(dynamo, config.shoppingTable(), clock),
            new DynamoWatches(dynamo, config.shoppingTable(), clock),
            new DynamoPurchases(dynamo, config.shoppingTable(), clock),
            new AdminVariants(admin, clock),
            new DynamoDeliveries(dynamo, config.deliveriesTable(), clock),
            clock);
    return new StorefrontEndpoint(
        new ProxyDoor(secrets), preferences, new RestockEndpoint(shops, wishes, clock), clock);
  }
}
