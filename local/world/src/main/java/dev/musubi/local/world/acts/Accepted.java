package dev.musubi.local.world.acts;

import dev.musubi.local.line.Act;
import dev.musubi.local.line.WebhookReceipt;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.shopify.webhook.WebhookOutcome;
import dev.musubi.local.world.runtime.Lambda;
import dev.musubi.local.world.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until every webhook that an act caused was accepted. */
final class Accepted {
  private static final Duration LIMIT = Lambda.LONGEST_START.plusSeconds(60);

  /** What is kept back was asked for, and comes when it is due. */
  private static final List<WebhookOutcome.State> TAKEN =
      List.of(WebhookOutcome.State.ACCEPTED, WebhookOutcome.State.KEPT_BACK);

  private Accepted() {}

  /** The ids of the events. */
  static List<String> by(Act act) {
    act.problem()
        .ifPresent(
            problem -> {
              throw new Problem(409, "LINE does not let that happen: " + problem + ".");
            });
    List<WebhookReceipt> receipts = await(act.webhooks(), "LINE");
    receipts.stream()
        .filter(receipt -> !receipt.accepted())
        .findFirst()
        .ifPresent(
            receipt -> {
              throw new Problem(
                  502,
                  "The product did not take LINE's webhook: status %d after %d attempts."
                      .formatted(receipt.status(), receipt.attempts()));
            });
    return receipts.stream().flatMap(receipt -> receipt.eventIds().stream()).toList();
  }

  /** The ids of the webhooks. */
  static List<String> by(Caused caused) {
    List<WebhookOutcome> outcomes = await(caused.attempted(), "Shopify");
    outcomes.stream()
        .filter(outcome -> !TAKEN.contains(outcome.state()))
        .findFirst()
        .ifPresent(
            outcome -> {
              throw new Problem(
                  502,
                  "The product did not take Shopify's webhook %s: it comes again later."
                      .formatted(outcome.topic()));
            });
    return caused.webhookIds();
  }

  private static <T> T await(CompletableFuture<T> answer, String platform) {
    try {
      return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Problem(
          504,
          "%s's webhook was not accepted within %d s; it comes again."
              .formatted(platform, LIMIT.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(503, "The world is ending.");
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(platform + "'s webhook could not be sent", e.getCause());
    }
  }
}
