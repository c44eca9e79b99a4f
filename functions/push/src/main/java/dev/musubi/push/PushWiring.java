package dev.musubi.push;

import dev.musubi.aws.dynamodb.DynamoCarts;
import dev.musubi.aws.dynamodb.DynamoCatalogue;
import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoDeliveries;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoNotices;
import dev.musubi.aws.dynamodb.DynamoOrders;
import dev.musubi.aws.dynamodb.DynamoOwnTemplates;
import dev.musubi.aws.dynamodb.DynamoPurchases;
import dev.musubi.aws.dynamodb.DynamoRecipients;
import dev.musubi.aws.dynamodb.DynamoRestocks;
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
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.sending.Attempt;
import dev.musubi.core.sending.BrowseFactsReader;
import dev.musubi.core.sending.ByPhone;
import dev.musubi.core.sending.CartFactsReader;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.FactsReader;
import dev.musubi.core.sending.FollowUp;
import dev.musubi.core.sending.OrderFactsReader;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.ParcelFactsReader;
import dev.musubi.core.sending.Push;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.RestockFactsReader;
import dev.musubi.core.sending.Ways;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.Orders;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.core.shopping.Views;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.EmbeddedMetrics;
import dev.musubi.lambda.Environment;
import dev.musubi.lambda.PacedByClock;
import dev.musubi.lambda.Rehearsal;
import dev.musubi.lambda.VirtualThreads;
import dev.musubi.line.api.LineCalls;
import dev.musubi.line.api.LineHosts;
import dev.musubi.line.api.LineNotifier;
import dev.musubi.line.api.LineQuotas;
import dev.musubi.line.api.LineSender;
import dev.musubi.line.api.StatelessTokens;
import dev.musubi.wire.WorkCodec;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together. */
@Factory
final class PushWiring {

  /** Threads of an environment: a channel that hangs holds a quarter of them at most. */
  private static final int THREADS = 256;

  /** Enough for the pace of one channel at LINE's slowest usual answer of about 300 ms. */
  private static final int OF_ONE_CHANNEL = THREADS / 4;

  @Singleton
  PushWorker worker() {
    PushConfig config = PushConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    SqsClient sqs = Sqs.connect();
    EmbeddedMetrics metrics = new EmbeddedMetrics(config.stack(), System.out, clock);
    PacedByClock pacer = new PacedByClock(config.pace());
    Visibility visibility = new Visibility(sqs, List.of(config.expressQueue(), config.bulkQueue()));
    return new PushWorker(
        new Batch(metrics, visibility::after),
        push(config, clock, metrics, pacer, outbox(config, sqs, clock)),
        pacer);
  }

  @Singleton
  Rehearsal rehearsal(PushWorker worker) {
    return Rehearsal.beforeSnapshot(new PushRehearsal(worker));
  }

  private static Push push(
      PushConfig config,
      InstantSource clock,
      EmbeddedMetrics metrics,
      PacedByClock pacer,
      Outbox outbox) {
    DynamoDbClient dynamo = DynamoDb.connect();
    LineHosts hosts = new LineHosts(URI.create(config.lineApi()), URI.create(config.lineData()));
    StatelessTokens tokens = tokens(config, hosts, clock);
    LineCalls line = new LineCalls(hosts, tokens);
    Recipients recipients = new DynamoRecipients(dynamo, config.recipientsTable());
    Deliveries deliveries = new DynamoDeliveries(dynamo, config.deliveriesTable(), clock);
    return new Push(
        new DynamoShops(dynamo, config.shopsTable()),
        dossiers(config, dynamo, recipients, clock),
        deliveries,
        new Ways(
            new Attempt(
                recipients,
                deliveries,
                new FlexRenderer(new DynamoOwnTemplates(dynamo, config.shopsTable())),
                new LineSender(line),
                pacer,
                clock),
            new ByPhone(
                new DynamoNotices(dynamo, config.deliveriesTable(), clock),
                new LineNotifier(hosts, tokens),
                pacer,
                clock)),
        outbox,
        new Push.Surroundings(
            new VirtualThreads(THREADS),
            new VirtualThreads(OF_ONE_CHANNEL),
            new LineQuotas(line, clock),
            metrics,
            clock,
            followUps(config, dynamo, outbox, clock)));
  }

  private static Map<Kind, FollowUp> followUps(
      PushConfig config, DynamoDbClient dynamo, Outbox outbox, InstantSource clock) {
    Map<Kind, FollowUp> followUps = new EnumMap<>(Kind.class);
    followUps.put(
        Kind.CART,
        new CartReminders(new DynamoCarts(dynamo, config.shoppingTable(), clock), outbox));
    return followUps;
  }

  private static Dossiers dossiers(
      PushConfig config, DynamoDbClient dynamo, Recipients recipients, InstantSource clock) {
    Views views = new DynamoViews(dynamo, config.shoppingTable(), clock);
    Purchases purchases = new DynamoPurchases(dynamo, config.shoppingTable(), clock);
    Catalogue catalogue = new DynamoCatalogue(dynamo, config.shoppingTable(), clock);
    Map<Kind, FactsReader> readers = new EnumMap<>(Kind.class);
    Carts carts = new DynamoCarts(dynamo, config.shoppingTable(), clock);
    readers.put(Kind.CART, new CartFactsReader(carts, purchases, catalogue));
    readers.put(Kind.BROWSE, new BrowseFactsReader(views, purchases, catalogue));
    Orders orders = new DynamoOrders(dynamo, config.shoppingTable(), clock);
    readers.put(Kind.ORDER, new OrderFactsReader(orders));
    readers.put(Kind.SHIPPING, new ParcelFactsReader(orders));
    readers.put(
        Kind.RESTOCK,
        new RestockFactsReader(
            new DynamoWatches(dynamo, config.shoppingTable(), clock),
            new DynamoRestocks(dynamo, config.shoppingTable(), clock),
            purchases,
            catalogue));
    return new Dossiers(new DynamoLinks(dynamo, config.linksTable(), clock), recipients, readers);
  }

  private static StatelessTokens tokens(PushConfig config, LineHosts hosts, InstantSource clock) {
    return new StatelessTokens(
        hosts, SsmShopSecrets.inside(Ssm.connect(), config.stack(), clock), clock);
  }

  private static Outbox outbox(PushConfig config, SqsClient sqs, InstantSource clock) {
    return new SqsOutbox(
        sqs,
        new OneTimeSchedules(
            Scheduler.connect(),
            new OneTimeSchedules.Place(
                config.scheduleGroup(), config.scheduleRole(), config.scheduleDeadLetters()),
            clock),
        Queues.NONE
            .withPush(config.expressQueue(), config.bulkQueue())
            .withUnknown(config.unknownQueue()),
        new WorkCodec()::write);
  }
}
