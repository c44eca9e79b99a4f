package dev.musubi.shopifywebhook;

import dev.musubi.lambda.Environment;

/**
 * What the template tells this function: its stack, whose secrets it reads, and the queues it
 * fills.
 */
record ShopifyWebhookConfig(String stack, String inbox, String stockInbox) {

  static ShopifyWebhookConfig of(Environment environment) {
    return new ShopifyWebhookConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("INBOUND_SHOPIFY_QUEUE"),
        environment.text("INBOUND_STOCK_QUEUE"));
  }
}
