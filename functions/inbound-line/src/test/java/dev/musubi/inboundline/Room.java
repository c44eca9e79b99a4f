package dev.musubi.inboundline;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Receipts;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.wording.Rendered;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.MemorySender;
import dev.musubi.testkit.memory.Mortality;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The worker over ports in memory, and what its tests say to it and ask afterwards. */
final class Room {

  static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  final Stores stores = Stores.ofTwoShops(NOW);
  final Map<String, Duration> givenBack = new LinkedHashMap<>();

  List<String> hear(SQSEvent event) {
    return Messages.failed(worker(new Mortality(moment -> false)).work(event));
  }

  List<String> hear(ExampleShop shop, String... events) {
    return hear(messages(shop, events));
  }

  InboundLineWorker worker(Mortality mortality) {
    Outbox outbox = mortality.mortal(Outbox.class, stores.outbox());
    Chat chat = new Chat(new PlainRenderer(), mortality.mortal(Sender.class, stores.sender()));
    Links links = mortality.mortal(Links.class, stores.links());
    Acquaintance acquaintance =
        new Acquaintance(
            new RecipientBook(mortality.mortal(Recipients.class, stores.recipients())), links);
    Linking linking =
        new Linking(
            links,
            mortality.mortal(Friends.class, stores.friends()),
            outbox,
            chat,
            acquaintance,
            stores.clock());
    return new InboundLineWorker(
        new Batch(stores.meter(), (queue, delays) -> givenBack.putAll(delays)),
        stores.shops(),
        new Conversation(
            acquaintance,
            linking,
            new Preferring(acquaintance, chat, stores.clock()),
            outbox,
            chat,
            new Receipts(
                mortality.mortal(Notices.class, stores.notices()),
                mortality.mortal(Deliveries.class, stores.deliveries()))));
  }

  static SQSEvent messages(ExampleShop shop, String... events) {
    RawCodec codec = new RawCodec();
    return Messages.of(
        Arrays.stream(events).map(json -> codec.write(new RawLine(shop.id(), NOW, json))).toList());
  }

  RecipientState state(ExampleShop shop, LineUserId user) {
    return stores.recipients().find(shop.id(), List.of(user)).get(user);
  }

  /** What was replied, oldest first, as {@link PlainRenderer} writes it. */
  List<String> replies() {
    return stores.sender().replies().stream()
        .map(MemorySender.Replied::message)
        .map(Rendered::messages)
        .toList();
  }

  Optional<CustomerId> linked(ExampleShop shop, LineUserId user) {
    return stores.links().customerOf(shop.id(), user);
  }

  Link link(ExampleShop shop) {
    return Optional.ofNullable(stores.links().find(shop.id(), List.of(CUSTOMER)).get(CUSTOMER))
        .orElseGet(() -> Link.none(shop.id(), CUSTOMER));
  }

  /** A nonce that the customer was sent to LINE's dialog with. */
  static Nonce nonce(int seed) {
    byte[] bytes = new byte[Nonce.BYTES];
    Arrays.fill(bytes, (byte) seed);
    return Nonce.of(bytes);
  }

  Nonce opened(ExampleShop shop, int seed, CustomerId customer) {
    Nonce nonce = nonce(seed);
    stores
        .links()
        .open(
            new LinkAttempt(
                shop.id(),
                nonce.hash(),
                customer,
                EntryRoute.RICH_MENU,
                stores.clock().instant().plusSeconds(3600)));
    return nonce;
  }

  /** Links the customer to that LINE user at the time it is. */
  void linked(ExampleShop shop, LineUserId user, CustomerId customer) {
    Nonce nonce = opened(shop, 99, customer);
    stores
        .links()
        .complete(shop.id(), nonce, user, "event-before-" + user.value(), stores.clock().instant());
  }

  static String follow(LineUserId user, long at) {
    return event("follow", user, at, ",\"follow\":{\"isUnblocked\":false}");
  }

  static String unfollow(LineUserId user, long at) {
    return event("unfollow", user, at, "").replaceFirst("\"replyToken\":\"[^\"]*\",", "");
  }

  /** LINE's word that a notification message can be seen: it names nobody. */
  static String delivered(String tag, long at) {
    return """
        {"type":"delivery","mode":"active","timestamp":%d,"webhookEventId":"delivery-%s",\
        "deliveryContext":{"isRedelivery":false},"delivery":{"data":"%s"}}"""
        .formatted(NOW.plusSeconds(at).toEpochMilli(), tag, tag);
  }

  static String postback(LineUserId user, long at, String data) {
    return event("postback", user, at, ",\"postback\":{\"data\":\"" + data + "\"}");
  }

  static String said(LineUserId user, long at, String text) {
    return event("message", user, at, ",\"message\":{\"type\":\"text\",\"text\":\"" + text + "\"}");
  }

  static String confirmed(LineUserId user, long at, String nonce) {
    return event(
        "accountLink", user, at, ",\"link\":{\"result\":\"ok\",\"nonce\":\"" + nonce + "\"}");
  }

  /**
   * {@code at} is in seconds from {@link #NOW}; two events of one user and second are one event.
   */
  private static String event(String type, LineUserId user, long at, String rest) {
    return """
        {"type":"%s","mode":"active","timestamp":%d,"source":{"type":"user","userId":"%s"},\
        "webhookEventId":"%s-%s-%d","deliveryContext":{"isRedelivery":false},\
        "replyToken":"token-%d"%s}"""
        .formatted(
            type,
            NOW.plusSeconds(at).toEpochMilli(),
            user.value(),
            type,
            user.value(),
            at,
            at,
            rest);
  }
}
