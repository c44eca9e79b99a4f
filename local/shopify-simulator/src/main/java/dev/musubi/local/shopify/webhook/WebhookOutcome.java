package dev.musubi.local.shopify.webhook;

/** How far one webhook has come. */
public record WebhookOutcome(String webhookId, String topic, int attempts, State state) {
  /** Kept back on demand, to come later; given up comes after eight retries over four hours. */
  public enum State {
    KEPT_BACK,
    ACCEPTED,
    WAITING_FOR_RETRY,
    GIVEN_UP
  }
}
