package dev.musubi.fanout;

import dev.musubi.aws.dynamodb.DynamoCatalogue;
import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoDeliveries;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoPurchases;
import dev.musubi.aws.dynamodb.DynamoRecipients;
import dev.musubi.aws.dynamodb.DynamoRestocks;
import dev.musubi.aws.dynamodb.DynamoRuns;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.dynamodb.DynamoViews;
import dev.musubi.aws.dynamodb.DynamoWatches;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.aws.queues.OneTimeSchedules;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Scheduler;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.aws.queues.Visibility;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.reminding.RestockWaves;
import dev.musubi.core.reminding.StockReading;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.FactsReader;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.RestockFactsReader;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.VariantSource;
import dev.musubi.core.shopping.Watches;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.EmbeddedMetrics;
import dev.musubi.lambda.Environment;
import dev.musubi.shopify.admin.AdminBase;
import dev.musubi.shopify.admin.AdminClient;
import dev.musubi.shopify.admin.AdminProducts;
import dev.musubi.shopify.admin.AdminVariants;
import dev.musubi.shopify.admin.Pause;
import dev.musubi.wire.WorkCodec;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together. */
@Factory
final class FanOutWiring {

  @Singleton
  FanOutWorker worker() {
    FanOutConfig config = FanOutConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    SqsClient sqs = Sqs.connect();
    Outbox outbox = outbox(config, sqs, clock);
    AdminClient admin = admin(config, clock);
    DynamoCatalogue catalogue = new DynamoCatalogue(dynamo, config.shoppingTable(), clock);
    FreshCatalogue fresh = new FreshCatalogue(catalogue, new AdminProducts(admin, clock));
    Restocks restocks = new DynamoRestocks(dynamo, config.shoppingTable(), clock);
    Watches watches = new DynamoWatches(dynamo, config.shoppingTable(), clock);
    VariantSource variants = new AdminVariants(admin, clock);
    FactsReader facts =
        new RestockFactsReader(
            watches,
            restocks,
            new DynamoPurchases(dynamo, config.shoppingTable(), clock),
            catalogue);
    Shops shops = new DynamoShops(dynamo, config.shopsTable());
    Visibility visibility = new Visibility(sqs, List.of(config.inbox()));
    return new FanOutWorker(
        new Batch(new EmbeddedMetrics(config.stack(), System.out, clock), visibility::after),
        new FanOut(
            shops,
            new DynamoRuns(dynamo, config.runsTable(), clock),
            new DynamoViews(dynamo, config.shoppingTable(), clock),
            fresh,
            outbox,
            clock),
        new StockReading(restocks, watches, variants, outbox, clock),
        new RestockWaves(
            shops,
            new RestockWaves.Stock(restocks, variants, fresh),
            new RestockWaves.Line(
                watches,
                dossiers(config, dynamo, facts, clock),
                new DynamoDeliveries(dynamo, config.deliveriesTable(), clock)),
            outbox,
            clock),
        clock);
  }

  private static Dossiers dossiers(
      FanOutConfig config, DynamoDbClient dynamo, FactsReader restock, InstantSource clock) {
    Map<Kind, FactsReader> readers = new EnumMap<>(Kind.class);
    readers.put(Kind.RESTOCK, restock);
    return new Dossiers(
        new DynamoLinks(dynamo, config.linksTable(), clock),
        new DynamoRecipients(dynamo, config.recipientsTable()),
        readers);
  }

  private static AdminClient admin(FanOutConfig config, InstantSource clock) {
    SsmShopSecrets secrets = SsmShopSecrets.inside(Ssm.connect(), config.stack(), clock);
    return new AdminClient(new AdminBase(config.shopifyAdmin()), secrets, clock, Pause.ofThread());
  }

  private static Outbox outbox(FanOutConfig config, SqsClient sqs, InstantSource clock) {
    return new SqsOutbox(
        sqs,
        new OneTimeSchedules(
            Scheduler.connect(),
            new OneTimeSchedules.Place(
                config.scheduleGroup(), config.scheduleRole(), config.scheduleDeadLetters()),
            clock),
        Queues.NONE.withPush(config.expressQueue(), config.bulkQueue()).withFanOut(config.inbox()),
        new WorkCodec()::write);
  }
}
