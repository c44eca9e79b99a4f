package dev.musubi.local.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest thousand attempts at webhooks. */
final class WebhookLog {
  private static final int REMEMBERED = 1000;

  private final Deque<SentWebhook> sent = new ArrayDeque<>();

  synchronized void add(SentWebhook attempt) {
    sent.addLast(attempt);
    if (sent.size() > REMEMBERED) {
      sent.removeFirst();
    }
  }

  /** Oldest first. */
  synchronized List<SentWebhook> all() {
    return List.copyOf(sent);
  }

  synchronized void clear() {
    sent.clear();
  }
}
