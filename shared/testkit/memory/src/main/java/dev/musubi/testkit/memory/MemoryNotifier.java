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
import java.util.SortedSet;
import java.util.TreeSet;

/** LINE as a notifier sees it: records what it was asked for and answers as it was told to. */
public final class MemoryNotifier implements Notifier {

  /** One request; there is no retry key, so two of them are two messages. */
  public record Asked(ShopId shop, PhoneHash to, SendId tag, Notification message) {}

  private final Deque<WireOutcome> answers = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<SendId> arrived = new ArrayList<>();
  private final SortedSet<String> unknown = new TreeSet<>();
  private final SortedSet<String> unapproved = new TreeSet<>();

  /** The next request is answered so; with an answer that is unclear it arrives all the same. */
  public synchronized void answers(WireOutcome answer) {
    answers.add(answer);
  }

  /** Nobody on LINE has that number. */
  public synchronized void unknown(PhoneHash phone) {
    unknown.add(phone.hex());
  }

  /** LINE did not approve the shop. */
  public synchronized void unapproved(ShopId shop) {
    unapproved.add(shop.handle());
  }

  public synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The tags of what reached a phone, oldest first. */
  public synchronized List<SendId> arrived() {
    return List.copyOf(arrived);
  }

  @Override
  public synchronized WireOutcome notify(
      ShopId shop, PhoneHash to, SendId tag, Notification message) {
    asked.add(new Asked(shop, to, tag, message));
    WireOutcome answer = answers.isEmpty() ? answer(shop, to) : answers.poll();
    if (answer instanceof WireOutcome.Accepted || answer instanceof WireOutcome.Unclear) {
      arrived.add(tag);
    }
    return answer;
  }

  private WireOutcome answer(ShopId shop, PhoneHash to) {
    if (unapproved.contains(shop.handle())) {
      return new WireOutcome.Refused("403 Access to this API is not available for your account");
    }
    return unknown.contains(to.hex())
        ? new WireOutcome.Refused("422 Failed to send messages")
        : new WireOutcome.Accepted("request");
  }
}
