package dev.musubi.linewebhook;

import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.aws.queues.Sqs;
import dev.musubi.aws.queues.SqsInbox;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.lambda.Rehearsal;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the function together. */
@Factory
final class LineWebhookWiring {

  @Singleton
  LineWebhookEndpoint endpoint() {
    LineWebhookConfig config = LineWebhookConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    SqsInbox inbox = new SqsInbox(Sqs.connect(), config.inbox());
    return new LineWebhookEndpoint(
        SsmShopSecrets.atTheDoor(Ssm.connect(), config.stack(), clock), inbox::line, clock);
  }

  @Singleton
  Rehearsal rehearsal(LineWebhookEndpoint endpoint) {
    String queue = LineWebhookConfig.of(Environment.ofProcess()).inbox();
    SqsInbox inbox = new SqsInbox(Sqs.connect(), queue);
    return Rehearsal.beforeSnapshot(new LineWebhookRehearsal(endpoint, inbox, Clock.find()));
  }
}
