package dev.musubi.local.simulation.world;

import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkToken;
import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.Quota;
import dev.musubi.core.sending.RetryKey;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import dev.musubi.core.wording.Notification;
import dev.musubi.core.wording.Rendered;
import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.history.Message;
import dev.musubi.local.simulation.plan.Peril;
import dev.musubi.local.simulation.plan.ShopPlan;
import dev.musubi.local.simulation.plan.Storm;
import dev.musubi.testkit.memory.MemoryQuotas;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * LINE as a shop meets it: takes a message once per retry key and 24 hours, counts the month,
 * answers 200 for who is no friend and delivers nothing, lets a reply be sent once within a minute.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">Retry an
 *     API request</a>
 */
final class LinePlatform implements Sender, Friends, Notifier {

  private static final Duration REMEMBERED = Duration.ofHours(24);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(6);
  private static final Duration TOKEN_GOOD_FOR = Duration.ofMinutes(10);
  private static final Duration REPLY_GOOD_FOR = Duration.ofMinutes(1);

  private record Chat(int shop, int account) {}

  private record Reply(Chat chat, Instant until, BiConsumer<String, Instant> reader) {}

  private record Dialog(Chat chat, Instant until) {}

  private final Ground ground;
  private final List<ShopPlan> shops;
  private final MemoryQuotas quotas;
  private final Map<Chat, Boolean> friends = new HashMap<>();
  private final Map<Chat, Boolean> linkedMenus = new HashMap<>();
  private final Map<String, Instant> keys = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private final Map<String, Reply> replies = new HashMap<>();
  private final Map<String, Dialog> dialogs = new HashMap<>();
  private final long[] used;
  private final Map<PhoneHash, Integer> phones = new HashMap<>();
  private Shown shown = (shop, customer, tag) -> {};
  private int calls;

  /** Who hears that a notification message was accepted: it may show on the phone then. */
  interface Shown {
    void seen(int shop, int customer, String tag);
  }

  LinePlatform(Ground ground, List<ShopPlan> shops, Iterable<Integer> customers) {
    this.ground = ground;
    this.shops = shops;
    this.quotas = new MemoryQuotas(ground.agenda().clock());
    this.used = new long[shops.size()];
    for (int shop = 0; shop < used.length; shop++) {
      count(shop, 0);
    }
    customers.forEach(customer -> phones.put(Numbers.phoneHash(customer), customer));
  }

  void onNotice(Shown listener) {
    shown = listener;
  }

  MemoryQuotas quotas() {
    return quotas;
  }

  boolean friend(int shop, int account) {
    return friends.getOrDefault(new Chat(shop, account), false);
  }

  void friend(int shop, int account, boolean is) {
    friends.put(new Chat(shop, account), is);
  }

  boolean linkedMenu(int shop, int account) {
    return linkedMenus.getOrDefault(new Chat(shop, account), false);
  }

  /** The account's answer to an event comes to that reader, if it comes. */
  void awaitReply(String token, int shop, int account, BiConsumer<String, Instant> reader) {
    Instant until = ground.agenda().now().plus(REPLY_GOOD_FOR);
    replies.put(token, new Reply(new Chat(shop, account), until, reader));
  }

  /** Whether LINE's dialog opens for that account with that token; it does so once. */
  boolean opens(String linkToken, int shop, int account) {
    Dialog dialog = dialogs.remove(linkToken);
    return dialog != null
        && dialog.chat().equals(new Chat(shop, account))
        && dialog.until().isAfter(ground.agenda().now());
  }

  @Override
  public WireOutcome push(ShopId id, RetryKey key, LineUserId to, Rendered message) {
    int shop = Numbers.shop(id.handle());
    String where = "message " + Numbers.account(to) + "@" + id + ", call " + ++calls;
    takesTime(where);
    Message read = Message.read(message.messages());
    String name = id + " " + key.uuid();
    boolean first = asked.add(name);
    Optional<WireOutcome> no = refusal(where);
    if (no.isPresent()) {
      boolean definite =
          no.get() instanceof WireOutcome.Refused || no.get() instanceof WireOutcome.MonthlyLimit;
      pushed(shop, to, name, read, definite ? Fact.Answer.REFUSED : Fact.Answer.FAILED);
      return no.get();
    }
    Instant known = keys.get(name);
    Instant now = ground.agenda().now();
    boolean accepted = known != null && !known.isAfter(now) && known.plus(REMEMBERED).isAfter(now);
    if (!accepted && !used(name) && spent(shop)) {
      if (first && heard()) {
        refused.add(name);
      }
      pushed(shop, to, name, read, Fact.Answer.REFUSED);
      return new WireOutcome.MonthlyLimit();
    }
    if (accepted || used(name)) {
      pushed(shop, to, name, read, Fact.Answer.KNOWN);
    } else {
      accept(shop, to, name, read, where);
    }
    return strikes(Peril.LINE_ANSWER_LOST, where, 0.35)
        ? new WireOutcome.Unclear("timeout")
        : new WireOutcome.Accepted("request-" + calls);
  }

  /**
   * Nothing says that a key is known before its request was answered: two at once may both pass.
   * Nobody waits for that answer for longer than six seconds, however long the waiting one stalls.
   */
  private void accept(int shop, LineUserId to, String key, Message message, String where) {
    count(shop, 1);
    boolean shown = friend(shop, Numbers.account(to));
    pushed(shop, to, key, message, shown ? Fact.Answer.ARRIVED : Fact.Answer.NOT_SHOWN);
    Instant answered = ground.agenda().now().plus(LONGEST_ANSWER);
    keys.put(key, answered);
    try {
      takesTime("after " + where);
      if (strikes(Peril.LINE_SLOW, where, 0.3)
          || ground.fate().strikes(Storm.Target.QUEUES, Peril.LINE_SLOW, where, 0.4)) {
        ground.perils().pass(Duration.ofSeconds(4));
      }
    } finally {
      Instant now = ground.agenda().now();
      keys.put(key, now.isBefore(answered) ? now : answered);
    }
  }

  /** What LINE answers before it looks at the message, if anything. */
  private Optional<WireOutcome> refusal(String where) {
    if (strikes(Peril.LINE_ERROR, where, 0.35)) {
      return Optional.of(new WireOutcome.Unclear("500"));
    }
    if (strikes(Peril.LINE_THROTTLES, where, 0.2)) {
      return Optional.of(new WireOutcome.Throttled());
    }
    if (strikes(Peril.LINE_REFUSES, where, 0.08)) {
      return Optional.of(new WireOutcome.Refused("400"));
    }
    if (strikes(Peril.LINE_REJECTS_TOKEN, where, 0.08)) {
      return Optional.of(new WireOutcome.TokenRejected());
    }
    return strikes(Peril.LINE_LIMIT, where, 0.05)
        ? Optional.of(new WireOutcome.MonthlyLimit())
        : Optional.empty();
  }

  /** A key is good for one message: who heard that it was refused needs another. */
  private boolean used(String key) {
    return refused.contains(key);
  }

  /** Whether nothing can keep the shop from hearing and remembering what LINE answers. */
  private boolean heard() {
    Fate fate = ground.fate();
    return fate.rate(Storm.Target.PROCESSES) == 0
        && fate.rate(Storm.Target.STORES) == 0
        && fate.rate(Storm.Target.QUEUES) == 0
        && fate.rate(Storm.Target.LINE) == 0;
  }

  private boolean strikes(Peril peril, String where, double share) {
    return ground.fate().strikes(Storm.Target.LINE, peril, where, share);
  }

  private void pushed(int shop, LineUserId to, String key, Message message, Fact.Answer answer) {
    ground.history().pushed(shop, Numbers.account(to), key, message, answer);
  }

  private void takesTime(String where) {
    Chance chance = ground.fate().amount("LINE " + where);
    Duration most = chance.happens(0.9) ? Duration.ofMillis(90) : Duration.ofSeconds(2);
    ground.perils().pass(chance.between(Duration.ofMillis(20), most));
  }

  private boolean spent(int shop) {
    OptionalLong limit = limit(shop);
    return limit.isPresent() && used[shop] >= limit.getAsLong();
  }

  private void count(int shop, int more) {
    used[shop] += more;
    quotas.set(new ShopId(shops.get(shop).handle()), new Quota(limit(shop), used[shop]));
  }

  private OptionalLong limit(int shop) {
    return shops.get(shop).monthly().stream().mapToLong(ShopPlan.Monthly::limit).findFirst();
  }

  @Override
  public WireOutcome reply(ShopId shop, ReplyToken token, Rendered message) {
    takesTime("reply " + token.value());
    Reply reply = replies.remove(token.value());
    if (reply == null || !reply.until().isAfter(ground.agenda().now())) {
      return new WireOutcome.Refused("400");
    }
    if (strikes(Peril.LINE_ERROR, token.value(), 0.3)) {
      return new WireOutcome.Unclear("500");
    }
    reply.reader().accept(message.messages(), ground.agenda().now());
    return new WireOutcome.Accepted("reply-" + token.value());
  }

  /**
   * There is no retry key: asked twice it is two messages. Of an unclear answer the message may be
   * under way.
   */
  @Override
  public WireOutcome notify(ShopId id, PhoneHash to, SendId tag, Notification message) {
    int shop = Numbers.shop(id.handle());
    int customer = phones.get(to);
    String where = "notice of " + customer + "@" + id + ", call " + ++calls;
    takesTime(where);
    Message read = Message.read(String.join(" ", message.items().values()));
    Optional<WireOutcome> no = refusal(where);
    if (no.isEmpty() && !onLine(customer)) {
      no = Optional.of(new WireOutcome.Refused("422 Failed to send messages"));
    } else if (no.isEmpty() && spent(shop)) {
      no = Optional.of(new WireOutcome.MonthlyLimit());
    }
    if (no.isPresent()) {
      ground.history().notified(shop, customer, tag.hex(), read, Fact.Answer.REFUSED);
      return no.get();
    }
    count(shop, 1);
    ground.history().notified(shop, customer, tag.hex(), read, Fact.Answer.ARRIVED);
    shown.seen(shop, customer, tag.hex());
    return strikes(Peril.LINE_ANSWER_LOST, where, 0.35)
        ? new WireOutcome.Unclear("timeout")
        : new WireOutcome.Accepted("notice-" + calls);
  }

  /** Two of three people are on LINE under the number that they gave the shop. */
  private static boolean onLine(int customer) {
    return customer % 3 != 0;
  }

  @Override
  public LinkToken linkToken(ShopId id, LineUserId user) {
    String token = "token-" + ++calls;
    Chat chat = new Chat(Numbers.shop(id.handle()), Numbers.account(user));
    dialogs.put(token, new Dialog(chat, ground.agenda().now().plus(TOKEN_GOOD_FOR)));
    return new LinkToken(token);
  }

  @Override
  public boolean menu(ShopId id, LineUserId user, Language language, boolean linked) {
    linkedMenus.put(new Chat(Numbers.shop(id.handle()), Numbers.account(user)), linked);
    return true;
  }

  @Override
  public void prepareMenus(ShopId shop, Storefront storefront, Language language) {}
}
