package dev.musubi.link;

import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.aws.queues.OneTimeSchedules;
import dev.musubi.aws.queues.Queues;
import dev.musubi.aws.queues.Scheduler;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsOutbox;
import dev.musubi.core.people.Links;
import dev.musubi.core.sending.Outbox;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.lambda.SystemEntropy;
import dev.musubi.shopify.events.ProxyDoor;
import dev.musubi.wire.WorkCodec;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the function together. */
@Factory
final class LinkWiring {

  @Singleton
  LinkEndpoint endpoint() {
    LinkConfig config = LinkConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    Links links = new DynamoLinks(dynamo, config.linksTable(), clock);
    return new LinkEndpoint(
        new ProxyDoor(SsmShopSecrets.atTheDoor(Ssm.connect(), config.stack(), clock)),
        new DynamoShops(dynamo, config.shopsTable()),
        new LinkStart(links, new SystemEntropy(), URI.create(config.lineAccess())),
        new Unlinking(links, outbox(config, clock)),
        clock);
  }

  private static Outbox outbox(LinkConfig config, InstantSource clock) {
    return new SqsOutbox(
        Sqs.connect(),
        new OneTimeSchedules(
            Scheduler.connect(),
            new OneTimeSchedules.Place(
                config.scheduleGroup(), config.scheduleRole(), config.scheduleDeadLetters()),
            clock),
        Queues.NONE.withChores(config.choresQueue()),
        new WorkCodec()::write);
  }
}
