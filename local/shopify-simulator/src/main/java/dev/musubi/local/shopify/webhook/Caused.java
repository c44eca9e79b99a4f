package dev.musubi.local.shopify.webhook;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The webhooks that an act caused: {@code attempted} once each was tried for the first time or is
 * kept back, {@code settled} once each was accepted or given up, which takes up to four hours of
 * the clock.
 */
public record Caused(
    List<String> webhookIds,
    CompletableFuture<List<WebhookOutcome>> attempted,
    CompletableFuture<List<WebhookOutcome>> settled) {

  public Caused {
    webhookIds = List.copyOf(webhookIds);
  }

  static Caused by(List<Tracked> webhooks) {
    return new Caused(
        webhooks.stream().map(Tracked::webhookId).toList(),
        all(webhooks, Tracked::attempted),
        all(webhooks, Tracked::settled));
  }

  private static CompletableFuture<List<WebhookOutcome>> all(
      List<Tracked> webhooks, Function<Tracked, CompletableFuture<WebhookOutcome>> which) {
    List<CompletableFuture<WebhookOutcome>> each = webhooks.stream().map(which).toList();
    return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
        .thenApply(done -> each.stream().map(CompletableFuture::join).toList());
  }

  /** One webhook that somebody may be waiting for. */
  record Tracked(
      String webhookId,
      String topic,
      CompletableFuture<WebhookOutcome> attempted,
      CompletableFuture<WebhookOutcome> settled) {
    static Tracked of(String webhookId, String topic) {
      return new Tracked(webhookId, topic, new CompletableFuture<>(), new CompletableFuture<>());
    }

    /** Nothing more will become of it. */
    void abandon() {
      tell(new WebhookOutcome(webhookId, topic, 0, WebhookOutcome.State.GIVEN_UP));
    }

    /** Whoever waits for the attempt learns that there is none yet. */
    void keptBack() {
      attempted.complete(new WebhookOutcome(webhookId, topic, 0, WebhookOutcome.State.KEPT_BACK));
    }

    /** Somebody waits for an attempt, now that there will be one. */
    Tracked awaitedAgain() {
      return new Tracked(webhookId, topic, new CompletableFuture<>(), settled);
    }

    void tell(WebhookOutcome outcome) {
      attempted.complete(outcome);
      if (outcome.state() != WebhookOutcome.State.WAITING_FOR_RETRY) {
        settled.complete(outcome);
      }
    }
  }
}
