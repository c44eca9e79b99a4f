package dev.musubi.chores;

import dev.musubi.aws.dynamodb.DynamoCarts;
import dev.musubi.aws.dynamodb.DynamoCatalogue;
import dev.musubi.aws.dynamodb.DynamoDataExports;
import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoDeliveries;
import dev.musubi.aws.dynamodb.DynamoErasureProofs;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoNotices;
import dev.musubi.aws.dynamodb.DynamoOrders;
import dev.musubi.aws.dynamodb.DynamoPurchases;
import dev.musubi.aws.dynamodb.DynamoRecipients;
import dev.musubi.aws.dynamodb.DynamoShopTable;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.dynamodb.DynamoViews;
import dev.musubi.aws.dynamodb.DynamoWatches;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.aws.queues.OneTimeSchedules;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Scheduler;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsInbox;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.aws.queues.Visibility;
import dev.musubi.core.people.ErasureProofs;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.PersonStore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.shop.ShopTable;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.EmbeddedMetrics;
import dev.musubi.lambda.Environment;
import dev.musubi.lambda.SystemEntropy;
import dev.musubi.line.api.LineCalls;
import dev.musubi.line.api.LineFriends;
import dev.musubi.line.api.LineHosts;
import dev.musubi.line.api.StatelessTokens;
import dev.musubi.shopify.admin.AdminBase;
import dev.musubi.shopify.admin.AdminClient;
import dev.musubi.shopify.admin.AdminOrders;
import dev.musubi.shopify.admin.AdminProducts;
import dev.musubi.shopify.admin.AdminSubscriptions;
import dev.musubi.shopify.admin.AdminTags;
import dev.musubi.shopify.admin.Pause;
import dev.musubi.wire.WorkCodec;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together. */
@Factory
final class ChoresWiring {

  @Singleton
  ChoresWorker worker() {
    ChoresConfig config = ChoresConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    SsmShopSecrets secrets = SsmShopSecrets.inside(Ssm.connect(), config.stack(), clock);
    SqsClient sqs = Sqs.connect();
    Holders holders =
        new Holders(
            new DynamoLinks(dynamo, config.linksTable(), clock), stores(config, dynamo, clock));
    AdminClient admin =
        new AdminClient(new AdminBase(config.shopifyAdmin()), secrets, clock, Pause.ofThread());
    Reconciliation reconciliation =
        new Reconciliation(holders.links(), new AdminTags(admin), friends(config, secrets, clock));
    Shops shops = new DynamoShops(dynamo, config.shopsTable());
    Outbox outbox = outbox(config, sqs, clock);
    ErasureProofs proofs = new DynamoErasureProofs(dynamo, config.shopsTable());
    Housekeeping.Rights rights =
        new Housekeeping.Rights(
            new Erasure(holders, reconciliation, proofs, outbox, new SystemEntropy(), clock),
            new Exporting(
                holders, new DynamoDataExports(dynamo, config.shoppingTable(), clock), clock),
            new Merging(holders, reconciliation, outbox, clock),
            new ShopErasure(shops, secrets::forget, tables(config, dynamo), proofs, outbox, clock));
    EmbeddedMetrics metrics = new EmbeddedMetrics(config.stack(), System.out, clock);
    CheckUp checkUp =
        new CheckUp(
            new CheckUp.Sources(
                new AdminSubscriptions(admin, URI.create(config.api())), new AdminOrders(admin)),
            new DynamoOrders(dynamo, config.shoppingTable(), clock),
            new SqsInbox(sqs, config.shopifyInbox())::shopify,
            outbox,
            metrics,
            clock);
    Visibility visibility = new Visibility(sqs, List.of(config.inbox()));
    return new ChoresWorker(
        new Batch(metrics, visibility::after),
        new Housekeeping(
            shops,
            reconciliation,
            rights,
            new FreshCatalogue(
                new DynamoCatalogue(dynamo, config.shoppingTable(), clock),
                new AdminProducts(admin, clock)),
            checkUp,
            clock));
  }

  /** Every store that holds persons but the links; a rule of the build finds what is missing. */
  private static List<PersonStore> stores(
      ChoresConfig config, DynamoDbClient dynamo, InstantSource clock) {
    return List.of(
        new PersonStore("recipients", new DynamoRecipients(dynamo, config.recipientsTable())),
        new PersonStore("views", new DynamoViews(dynamo, config.shoppingTable(), clock)),
        new PersonStore("purchases", new DynamoPurchases(dynamo, config.shoppingTable(), clock)),
        new PersonStore("carts", new DynamoCarts(dynamo, config.shoppingTable(), clock)),
        new PersonStore("orders", new DynamoOrders(dynamo, config.shoppingTable(), clock)),
        new PersonStore("watches", new DynamoWatches(dynamo, config.shoppingTable(), clock)),
        new PersonStore("notices", new DynamoNotices(dynamo, config.deliveriesTable(), clock)),
        new PersonStore("exports", new DynamoDataExports(dynamo, config.shoppingTable(), clock)),
        new PersonStore(
            "deliveries", new DynamoDeliveries(dynamo, config.deliveriesTable(), clock)));
  }

  /** Every table but that of shops, whose items are removed by name. */
  private static List<ShopTable> tables(ChoresConfig config, DynamoDbClient dynamo) {
    return List.of(
        new DynamoShopTable(dynamo, "links", config.linksTable()),
        new DynamoShopTable(dynamo, "recipients", config.recipientsTable()),
        new DynamoShopTable(dynamo, "shopping", config.shoppingTable()),
        new DynamoShopTable(dynamo, "deliveries", config.deliveriesTable()),
        new DynamoShopTable(dynamo, "runs", config.runsTable()));
  }

  private static Outbox outbox(ChoresConfig config, SqsClient sqs, InstantSource clock) {
    return new SqsOutbox(
        sqs,
        new OneTimeSchedules(
            Scheduler.connect(),
            new OneTimeSchedules.Place(
                config.scheduleGroup(), config.scheduleRole(), config.scheduleDeadLetters()),
            clock),
        Queues.NONE.withChores(config.inbox()),
        new WorkCodec()::write);
  }

  private static Friends friends(ChoresConfig config, ShopSecrets secrets, InstantSource clock) {
    LineHosts hosts = new LineHosts(URI.create(config.lineApi()), URI.create(config.lineData()));
    return new LineFriends(new LineCalls(hosts, new StatelessTokens(hosts, secrets, clock)));
  }
}
