package dev.musubi.shopifywebhook;

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
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together. */
@Factory
final class ShopifyWebhookWiring {

  @Singleton
  ShopifyWebhookEndpoint endpoint() {
    ShopifyWebhookConfig config = ShopifyWebhookConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    SqsClient sqs = Sqs.connect();
    return new ShopifyWebhookEndpoint(
        SsmShopSecrets.atTheDoor(Ssm.connect(), config.stack(), clock),
        new SqsInbox(sqs, config.inbox())::shopify,
        new SqsInbox(sqs, config.stockInbox())::shopify,
        clock);
  }

  @Singleton
  Rehearsal rehearsal(ShopifyWebhookEndpoint endpoint) {
    String queue = ShopifyWebhookConfig.of(Environment.ofProcess()).inbox();
    SqsInbox inbox = new SqsInbox(Sqs.connect(), queue);
    return Rehearsal.beforeSnapshot(new ShopifyWebhookRehearsal(endpoint, inbox, Clock.find()));
  }
}
