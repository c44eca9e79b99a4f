package dev.musubi.shopifywebhook;

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
final class ShopifyWebhookWiring {

  @Singleton
  ShopifyWebhookEndpoint endpoint() {
    ShopifyWebhookConfig config = ShopifyWebhookConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    SqsInbox inbox = new SqsInbox(SqsClient.create(), config.inbox());
    return new ShopifyWebhookEndpoint(
        new SsmShopSecrets(SsmClient.create(), config.stack(), clock), inbox::shopify, clock);
  }
}
