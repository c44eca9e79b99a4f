package dev.musubi.fanout;

import dev.musubi.aws.dynamodb.DynamoCatalogue;
import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoRuns;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.dynamodb.DynamoViews;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.aws.queues.OneTimeSchedules;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Scheduler;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.aws.queues.Visibility;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.EmbeddedMetrics;
import dev.musubi.lambda.Environment;
import dev.musubi.shopify.admin.AdminBase;
import dev.musubi.shopify.admin.AdminClient;
import dev.musubi.shopify.admin.AdminProducts;
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
final class FanOutWiring {

  @Singleton
  FanOutWorker worker() {
    FanOutConfig config = FanOutConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    SqsClient sqs = Sqs.connect();
    FanOut fanOut =
        new FanOut(
            new DynamoShops(dynamo, config.shopsTable()),
            new DynamoRuns(dynamo, config.runsTable(), clock),
            new DynamoViews(dynamo, config.shoppingTable(), clock),
            catalogue(config, dynamo, clock),
            outbox(config, sqs, clock),
            clock);
    Visibility visibility = new Visibility(sqs, List.of(config.inbox()));
    return new FanOutWorker(
        new Batch(new EmbeddedMetrics(config.stack(), System.out, clock), visibility::after),
        fanOut,
        clock);
  }

  private static FreshCatalogue catalogue(
      FanOutConfig config, DynamoDbClient dynamo, InstantSource clock) {
    SsmShopSecrets secrets = new SsmShopSecrets(Ssm.connect(), config.stack(), clock);
    AdminClient admin =
        new AdminClient(new AdminBase(config.shopifyAdmin()), secrets, clock, Pause.ofThread());
    return new FreshCatalogue(
        new DynamoCatalogue(dynamo, config.shoppingTable(), clock),
        new AdminProducts(admin, clock));
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
