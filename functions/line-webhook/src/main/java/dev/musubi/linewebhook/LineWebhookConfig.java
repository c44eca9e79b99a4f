package dev.musubi.linewebhook;

import dev.musubi.lambda.Environment;

/**
 * What the template tells this function: its stack, whose secrets it reads, and the queue it fills.
 */
record LineWebhookConfig(String stack, String inbox) {

  static LineWebhookConfig of(Environment environment) {
    return new LineWebhookConfig(
        environment.text("MUSUBI_STACK"), environment.text("INBOUND_LINE_QUEUE"));
  }
}
