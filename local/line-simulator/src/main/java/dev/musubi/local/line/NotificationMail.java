package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Brings notification messages to phones, or keeps them for the 24 hours that a person has to
 * agree, and tells of each delivery. A friend's blocking keeps everything out without a word.
 *
 * @see <a
 *     href="https://developers.line.biz/en/docs/partner-docs/line-notification-messages/message-sending-complete-webhook-event/">delivery
 *     completion event</a>
 */
final class NotificationMail {
  private static final Duration TO_AGREE = Duration.ofHours(24);

  private final Platform platform;
  private final InstantSource clock;
  private final Events events;
  private final Webhooks webhooks;

  NotificationMail(Platform platform, InstantSource clock, Events events, Webhooks webhooks) {
    this.platform = platform;
    this.clock = clock;
    this.events = events;
    this.webhooks = webhooks;
  }

  /** Takes a message that LINE has accepted. */
  void take(Notification message) {
    var channel = platform.channel(message.taken().shop());
    var userId = message.taken().to();
    var blocked = channel.friendship(userId).blocked();
    var waits = platform.phoneBook().reception(userId).map(Reception::waits).orElse(false);
    platform.took(message.taken().delivered(!blocked && !waits));
    if (blocked) {
      return;
    }
    if (waits) {
      platform.wait(message);
    } else {
      deliver(channel, message, message.taken().at());
    }
  }

  /** What a person's decision leads to. */
  Act decide(String userId, Reception next) {
    var told = new ArrayList<CompletableFuture<WebhookReceipt>>();
    synchronized (platform) {
      var now = clock.instant();
      platform.phoneBook().reception(userId, next);
      if (!next.waits()) {
        for (var message : platform.waitingFor(userId)) {
          if (next == Reception.AGREED && inTime(message, now)) {
            told.addAll(arrive(message, now));
          }
        }
      }
    }
    return Act.tellingAll(told);
  }

  private List<CompletableFuture<WebhookReceipt>> arrive(Notification message, Instant now) {
    var channel = platform.channel(message.taken().shop());
    if (channel.friendship(message.taken().to()).blocked()) {
      return List.of();
    }
    platform.arrived(message.taken().requestId());
    return deliver(channel, message, now);
  }

  private List<CompletableFuture<WebhookReceipt>> deliver(
      Channel channel, Notification message, Instant now) {
    var userId = message.taken().to();
    message.shown().forEach(one -> channel.chat(userId, new ChatLine(now, false, one)));
    channel.friendship(userId, channel.friendship(userId).notifiedOnce());
    channel.meter().notified(message.taken().api(), now);
    var after = channel.notifications().receipts().after();
    if (after.isEmpty()) {
      return List.of();
    }
    List<ObjectNode> event = List.of(events.delivered(message.receipt(), now));
    if (after.get().isZero()) {
      return List.of(webhooks.send(channel.shop(), event));
    }
    webhooks.later(channel.shop(), event, now.plus(after.get()));
    return List.of();
  }

  private static boolean inTime(Notification message, Instant now) {
    return now.isBefore(message.taken().at().plus(TO_AGREE));
  }
}
