package dev.musubi.inboundshopify;

import dev.musubi.aws.dynamodb.DynamoCarts;
import dev.musubi.aws.dynamodb.DynamoCatalogue;
import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoPurchases;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.queues.OneTimeSchedules;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Scheduler;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.aws.queues.Visibility;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.sending.Outbox;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.EmbeddedMetrics;
import dev.musubi.lambda.Environment;
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
    ShopNews news =
        new ShopNews(
            new DynamoShops(dynamo, config.shopsTable()),
            new DynamoPurchases(dynamo, config.shoppingTable(), clock),
            new DynamoCatalogue(dynamo, config.shoppingTable(), clock),
            new DynamoLinks(dynamo, config.linksTable(), clock),
            new CartReminders(new DynamoCarts(dynamo, config.shoppingTable(), clock), outbox),
            outbox);
    Visibility visibility = new Visibility(sqs, List.of(config.inbox()));
    return new InboundShopifyWorker(
        new Batch(new EmbeddedMetrics(config.stack(), System.out, clock), visibility::after), news);
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
        Queues.NONE.withChores(config.choresQueue()).withExpress(config.expressQueue()),
        new WorkCodec()::write);
  }
}
