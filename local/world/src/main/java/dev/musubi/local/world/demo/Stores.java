package dev.musubi.local.world.demo;

import dev.musubi.aws.dynamodb.DynamoDeliveries;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoRecipients;
import dev.musubi.aws.dynamodb.DynamoRestocks;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.dynamodb.DynamoWatches;
import dev.musubi.core.people.Links;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.Watches;
import dev.musubi.local.world.cloud.Cloud;
import java.time.InstantSource;

/** The product's own stores, as the world reads and fills them past the functions. */
public record Stores(
    Shops shops,
    Links links,
    Recipients recipients,
    Deliveries deliveries,
    Watches watches,
    Restocks restocks) {

  /** The stores on the tables of that cloud. */
  public static Stores of(Cloud cloud, InstantSource clock) {
    var client = cloud.tables();
    return new Stores(
        new DynamoShops(client, cloud.tableName("ShopsTable")),
        new DynamoLinks(client, cloud.tableName("LinksTable"), clock),
        new DynamoRecipients(client, cloud.tableName("RecipientsTable")),
        new DynamoDeliveries(client, cloud.tableName("DeliveriesTable"), clock),
        new DynamoWatches(client, cloud.tableName("ShoppingTable"), clock),
        new DynamoRestocks(client, cloud.tableName("ShoppingTable"), clock));
  }
}
