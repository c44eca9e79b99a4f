package dev.musubi.local.line;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a person's act led to.
 *
 * @param opens the page that a tap opens, for the caller to visit
 * @param problem what LINE shows instead when the act can't be done, in one sentence
 * @param webhooks completes when every webhook of the act was taken or finally refused
 */
public record Act(
    Optional<URI> opens,
    Optional<String> problem,
    CompletableFuture<List<WebhookReceipt>> webhooks) {

  static Act nothing() {
    return new Act(
        Optional.empty(), Optional.empty(), CompletableFuture.completedFuture(List.of()));
  }

  static Act opening(URI page) {
    return new Act(
        Optional.of(page), Optional.empty(), CompletableFuture.completedFuture(List.of()));
  }

  static Act impossible(String problem) {
    return new Act(
        Optional.empty(), Optional.of(problem), CompletableFuture.completedFuture(List.of()));
  }

  static Act tellingAll(List<CompletableFuture<WebhookReceipt>> webhooks) {
    var all =
        CompletableFuture.allOf(webhooks.toArray(CompletableFuture[]::new))
            .thenApply(done -> webhooks.stream().map(CompletableFuture::join).toList());
    return new Act(Optional.empty(), Optional.empty(), all);
  }

  static Act telling(CompletableFuture<WebhookReceipt> webhook) {
    return new Act(Optional.empty(), Optional.empty(), webhook.thenApply(List::of));
  }
}
