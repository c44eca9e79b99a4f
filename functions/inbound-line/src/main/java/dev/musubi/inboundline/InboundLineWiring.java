package dev.musubi.inboundline;

import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoDeliveries;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoNotices;
import dev.musubi.aws.dynamodb.DynamoRecipients;
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
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Receipts;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.EmbeddedMetrics;
import dev.musubi.lambda.Environment;
import dev.musubi.line.api.LineCalls;
import dev.musubi.line.api.LineFriends;
import dev.musubi.line.api.LineHosts;
import dev.musubi.line.api.LineSender;
import dev.musubi.line.api.StatelessTokens;
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
final class InboundLineWiring {

  @Singleton
  InboundLineWorker worker() {
    InboundLineConfig config = InboundLineConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    SqsClient sqs = Sqs.connect();
    DynamoDbClient dynamo = DynamoDb.connect();
    LineCalls line = line(config, clock);
    Outbox outbox = outbox(config, sqs, clock);
    Chat chat = new Chat(new FlexRenderer(OwnTemplates.NONE), new LineSender(line));
    Links links = new DynamoLinks(dynamo, config.linksTable(), clock);
    Acquaintance acquaintance =
        new Acquaintance(
            new RecipientBook(new DynamoRecipients(dynamo, config.recipientsTable())), links);
    Linking linking = new Linking(links, new LineFriends(line), outbox, chat, acquaintance, clock);
    Visibility visibility = new Visibility(sqs, List.of(config.inbox()));
    return new InboundLineWorker(
        new Batch(new EmbeddedMetrics(config.stack(), System.out, clock), visibility::after),
        new DynamoShops(dynamo, config.shopsTable()),
        new Conversation(
            acquaintance,
            linking,
            new Preferring(acquaintance, chat, clock),
            outbox,
            chat,
            new Receipts(
                new DynamoNotices(dynamo, config.deliveriesTable(), clock),
                new DynamoDeliveries(dynamo, config.deliveriesTable(), clock))));
  }

  private static LineCalls line(InboundLineConfig config, InstantSource clock) {
    LineHosts hosts = new LineHosts(URI.create(config.lineApi()), URI.create(config.lineData()));
    SsmShopSecrets secrets = SsmShopSecrets.inside(Ssm.connect(), config.stack(), clock);
    return new LineCalls(hosts, new StatelessTokens(hosts, secrets, clock));
  }

  private static Outbox outbox(InboundLineConfig config, SqsClient sqs, InstantSource clock) {
    return new SqsOutbox(
        sqs,
        new OneTimeSchedules(
            Scheduler.connect(),
            new OneTimeSchedules.Place(
                config.scheduleGroup(), config.scheduleRole(), config.scheduleDeadLetters()),
            clock),
        Queues.NONE.withChores(config.choresQueue()),
        new WorkCodec()::write);
  }
}
