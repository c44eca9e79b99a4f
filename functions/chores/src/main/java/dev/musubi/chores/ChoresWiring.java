package dev.musubi.chores;

import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoDeliveries;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoNotices;
import dev.musubi.aws.dynamodb.DynamoOrders;
import dev.musubi.aws.dynamodb.DynamoPurchases;
import dev.musubi.aws.dynamodb.DynamoRecipients;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.dynamodb.DynamoViews;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.aws.queues.OneTimeSchedules;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Scheduler;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsInbox;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.aws.queues.Visibility;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.shopping.Orders;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.EmbeddedMetrics;
import dev.musubi.lambda.Environment;
import dev.musubi.line.api.LineCalls;
import dev.musubi.line.api.LineFriends;
import dev.musubi.line.api.LineHosts;
import dev.musubi.line.api.StatelessTokens;
import dev.musubi.shopify.admin.AdminBase;
import dev.musubi.shopify.admin.AdminClient;
import dev.musubi.shopify.admin.AdminOrders;
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
    ShopSecrets secrets = new SsmShopSecrets(Ssm.connect(), config.stack(), clock);
    AdminClient admin =
        new AdminClient(new AdminBase(config.shopifyAdmin()), secrets, clock, Pause.ofThread());
    SqsClient sqs = Sqs.connect();
    EmbeddedMetrics metrics = new EmbeddedMetrics(config.stack(), System.out, clock);
    Orders orders = new DynamoOrders(dynamo, config.shoppingTable(), clock);
    CheckUp checkUp =
        new CheckUp(
            new CheckUp.Sources(
                new AdminSubscriptions(admin, URI.create(config.api())), new AdminOrders(admin)),
            orders,
            new SqsInbox(sqs, config.shopifyInbox())::shopify,
            outbox(config, sqs, clock),
            metrics,
            clock);
    Housekeeping housekeeping =
        new Housekeeping(
            new DynamoShops(dynamo, config.shopsTable()),
            new DynamoLinks(dynamo, config.linksTable(), clock),
            stores(config, dynamo, clock),
            new AdminTags(admin),
            friends(config, secrets, clock),
            clock,
            checkUp);
    Visibility visibility = new Visibility(sqs, List.of(config.inbox()));
    return new ChoresWorker(new Batch(metrics, visibility::after), housekeeping);
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

  private static List<PersonalData> stores(
      ChoresConfig config, DynamoDbClient dynamo, InstantSource clock) {
    return List.of(
        new DynamoRecipients(dynamo, config.recipientsTable()),
        new DynamoViews(dynamo, config.shoppingTable(), clock),
        new DynamoPurchases(dynamo, config.shoppingTable(), clock),
        new DynamoOrders(dynamo, config.shoppingTable(), clock),
        new DynamoNotices(dynamo, config.deliveriesTable(), clock),
        new DynamoDeliveries(dynamo, config.deliveriesTable(), clock));
  }

  private static Friends friends(ChoresConfig config, ShopSecrets secrets, InstantSource clock) {
    LineHosts hosts = new LineHosts(URI.create(config.lineApi()), URI.create(config.lineData()));
    return new LineFriends(new LineCalls(hosts, new StatelessTokens(hosts, secrets, clock)));
  }
}
