package dev.musubi.linewebhook;

import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.aws.queues.SqsInbox;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Puts the function together. */
@Factory
final class LineWebhookWiring {

  @Singleton
  LineWebhookEndpoint endpoint() {
    LineWebhookConfig config = LineWebhookConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    SqsInbox inbox = new SqsInbox(SqsClient.create(), config.inbox());
    return new LineWebhookEndpoint(
        new SsmShopSecrets(SsmClient.create(), config.stack(), clock), inbox::line, clock);
  }
}
