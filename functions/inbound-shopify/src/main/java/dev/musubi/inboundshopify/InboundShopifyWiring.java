package dev.musubi.inboundshopify;

import dev.musubi.aws.dynamodb.DynamoCarts;
import dev.musubi.aws.dynamodb.DynamoCatalogue;
import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoOrders;
import dev.musubi.aws.dynamodb.DynamoPurchases;
import dev.musubi.aws.dynamodb.DynamoRestocks;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.aws.queues.OneTimeSchedules;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Scheduler;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.aws.queues.Visibility;
import dev.musubi.core.people.Links;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.reminding.StockNews;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.shop.Shops;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.EmbeddedMetrics;
import dev.musubi.lambda.Environment;
import dev.musubi.shopify.admin.AdminBase;
import dev.musubi.shopify.admin.AdminClient;
import dev.musubi.shopify.admin.AdminOrders;
import dev.musubi.shopify.admin.Pause;
import dev.musubi.wire.WorkCodec;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together. */
@Factory
final class InboundShopifyWiring {

  @Singleton
  InboundShopifyWorker worker() {
    InboundShopifyConfig config = InboundShopifyConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    SqsClient sqs = Sqs.connect();
    Outbox outbox = outbox(config, sqs, clock);
    Shops shops = new DynamoShops(dynamo, config.shopsTable());
    Links links = new DynamoLinks(dynamo, config.linksTable(), clock);
    StockNews stock =
        new StockNews(new DynamoRestocks(dynamo, config.shoppingTable(), clock), outbox, clock);
    ShopNews news =
        new ShopNews(
            shops,
            orders(config, dynamo, links, outbox, clock),
            new DynamoCatalogue(dynamo, config.shoppingTable(), clock),
            links,
            new CartReminders(new DynamoCarts(dynamo, config.shoppingTable(), clock), outbox),
            stock,
            outbox);
    Visibility visibility = new Visibility(sqs, List.of(config.inbox(), config.stockInbox()));
    return new InboundShopifyWorker(
        new Batch(new EmbeddedMetrics(config.stack(), System.out, clock), visibility::after),
        news,
        stock,
        config.stockInbox());
  }

  private static Outbox outbox(InboundShopifyConfig config, SqsClient sqs, InstantSource clock) {
    InboundShopifyConfig.Schedules schedules = config.schedules();
    return new SqsOutbox(
        sqs,
        new OneTimeSchedules(
            Scheduler.connect(),
            new OneTimeSchedules.Place(
                schedules.group(), schedules.role(), schedules.deadLetters()),
            clock),
        Queues.NONE
            .withChores(config.onward().chores())
            .withExpress(config.onward().express())
            .withFanOut(config.onward().fanOut()),
        new WorkCodec()::write);
  }

  private static OrderNews orders(
      InboundShopifyConfig config,
      DynamoDbClient dynamo,
      Links links,
      Outbox outbox,
      InstantSource clock) {
    ShopSecrets secrets = SsmShopSecrets.inside(Ssm.connect(), config.stack(), clock);
    AdminClient admin =
        new AdminClient(new AdminBase(config.shopifyAdmin()), secrets, clock, Pause.ofThread());
    return new OrderNews(
        new DynamoShops(dynamo, config.shopsTable()),
        new DynamoOrders(dynamo, config.shoppingTable(), clock),
        new DynamoPurchases(dynamo, config.shoppingTable(), clock),
        new RememberedOrders(new AdminOrders(admin), links),
        outbox,
        clock);
  }
}
