package dev.musubi.testkit.memory;

import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Notification;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** LINE as a notifier sees it: records what it was asked for and answers as it was told to. */
public final class MemoryNotifier implements Notifier {

  /** One request; there is no retry key, so two of them are two messages. */
  public record Asked(ShopId shop, PhoneHash to, SendId tag, Notification message) {}

  private final Deque<WireOutcome> answers = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();

  /** The next request is answered so. */
  public synchronized void answers(WireOutcome answer) {
    answers.add(answer);
  }

  public synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public synchronized WireOutcome notify(
      ShopId shop, PhoneHash to, SendId tag, Notification message) {
    asked.add(new Asked(shop, to, tag, message));
    return answers.isEmpty() ? new WireOutcome.Accepted("request") : answers.poll();
  }
}
