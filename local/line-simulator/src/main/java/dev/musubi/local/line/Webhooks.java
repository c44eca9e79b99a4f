package dev.musubi.local.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends signed webhooks, waits two seconds for each, and sends again what was not taken.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/receiving-messages/">receiving
 *     messages</a>
 */
final class Webhooks implements AutoCloseable {
  private final ObjectMapper mapper = new ObjectMapper();
  private final RandomIds ids = new RandomIds();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger era = new AtomicInteger();
  private final WebhookLog log = new WebhookLog();
  private final Disturbances disturbances = new Disturbances();
  private final Map<String, CompletableFuture<WebhookReceipt>> waiting = new ConcurrentHashMap<>();
  private final Platform platform;
  private final InstantSource clock;
  private final Settings settings;
  private final Activity activity;
  private final WebhookClient client;

  Webhooks(Platform platform, InstantSource clock, Settings settings, Activity activity) {
    this.platform = platform;
    this.clock = clock;
    this.settings = settings;
    this.activity = activity;
    this.client = new WebhookClient(settings.webhookPatience());
  }

  /** Sends events in one POST; completes when they were taken or LINE has given up. */
  CompletableFuture<WebhookReceipt> send(String shop, List<ObjectNode> events) {
    var parcel = new Parcel(shop, envelope(shop, events), 1, era.get());
    var done = new CompletableFuture<WebhookReceipt>();
    switch (disturbances.take()) {
      case SWAP -> {
        waiting.put(ids.requestId(), done);
        disturbances.hold(() -> send(parcel, done));
      }
      case DUPLICATE -> {
        send(new Parcel(shop, parcel.body.deepCopy(), 1, parcel.era), new CompletableFuture<>());
        send(parcel, done);
      }
      case NONE -> send(parcel, done);
    }
    return done;
  }

  /** Sends events in one POST when the clock gets there. */
  void later(String shop, List<ObjectNode> events, Instant due) {
    var body = envelope(shop, events).toString();
    synchronized (platform) {
      platform.later(new Platform.Redelivery(ids.requestId(), shop, body, 1, due));
    }
  }

  /** Sends what has become due, for the first time or again. */
  void runDue(Instant now) {
    List<Platform.Redelivery> due;
    synchronized (platform) {
      due = platform.due(now);
      due.forEach(redelivery -> renewReplyTokens(redelivery, now));
    }
    for (var redelivery : due) {
      var waiter = Optional.ofNullable(waiting.remove(redelivery.id()));
      send(
          new Parcel(redelivery.shop(), parse(redelivery.body()), redelivery.attempt(), era.get()),
          waiter.orElseGet(CompletableFuture::new));
    }
  }

  /** One POST with no events to an address: LINE's own test of a webhook. */
  CompletableFuture<WebhookClient.Reply> test(Channel channel, URI address) {
    var body = mapper.createObjectNode();
    body.put("destination", channel.spec().account().botUserId()).putArray("events");
    return client.post(address, body.toString(), channel.spec().channelSecret());
  }

  void disturb(Disturbance kind, int count) {
    disturbances.add(kind, count);
  }

  /** Ends the disturbances; who was held goes on its way. */
  void calm() {
    disturbances.clear();
    disturbances.release().ifPresent(Runnable::run);
  }

  boolean busy() {
    return underWay.get() > 0;
  }

  /** The attempts so far, oldest first, at most the newest thousand. */
  List<SentWebhook> sent() {
    return log.all();
  }

  /** Forgets what was sent; who still waits for a redelivery learns that it was not taken. */
  void clear() {
    era.incrementAndGet();
    log.clear();
    disturbances.clear();
    disturbances.release();
    waiting.forEach(
        (id, waiter) -> waiter.complete(new WebhookReceipt("", List.of(), 0, 0, false)));
    waiting.clear();
  }

  @Override
  public void close() {
    clear();
    client.close();
  }

  /** A POST and which attempt it is; what began before the platform was cleared is let go. */
  private record Parcel(String shop, ObjectNode body, int attempt, int era) {
    List<String> eventIds() {
      return body.path("events")
          .valueStream()
          .map(event -> event.path("webhookEventId").asText())
          .toList();
    }
  }

  private CompletableFuture<WebhookReceipt> send(
      Parcel parcel, CompletableFuture<WebhookReceipt> done) {
    Optional<URI> address;
    String secret;
    synchronized (platform) {
      var channel = platform.channel(parcel.shop);
      address = channel.webhook();
      secret = channel.spec().channelSecret();
    }
    if (address.isEmpty()) {
      done.complete(new WebhookReceipt(parcel.shop, parcel.eventIds(), 0, 0, false));
      return done;
    }
    var running = activity.begin("a LINE webhook");
    underWay.incrementAndGet();
    client
        .post(address.get(), parcel.body.toString(), secret)
        .thenAccept(reply -> settle(parcel, secret, reply, done))
        .whenComplete(
            (nothing, failure) -> {
              disturbances.release().ifPresent(Runnable::run);
              underWay.decrementAndGet();
              running.close();
            });
    return done;
  }

  private void settle(
      Parcel parcel,
      String secret,
      WebhookClient.Reply reply,
      CompletableFuture<WebhookReceipt> done) {
    var now = clock.instant();
    remember(parcel, secret, reply.status(), now);
    var last = parcel.attempt > settings.redelivery().count() || parcel.era != era.get();
    if (reply.accepted() || last) {
      done.complete(
          new WebhookReceipt(
              parcel.shop, parcel.eventIds(), parcel.attempt, reply.status(), reply.accepted()));
      return;
    }
    var id = ids.requestId();
    waiting.put(id, done);
    for (var event : parcel.body.path("events")) {
      ((ObjectNode) event).putObject("deliveryContext").put("isRedelivery", true);
    }
    synchronized (platform) {
      platform.later(
          new Platform.Redelivery(
              id,
              parcel.shop,
              parcel.body.toString(),
              parcel.attempt + 1,
              now.plus(settings.redelivery().interval())));
    }
  }

  private ObjectNode envelope(String shop, List<ObjectNode> events) {
    var body = mapper.createObjectNode();
    synchronized (platform) {
      body.put("destination", platform.channel(shop).spec().account().botUserId());
    }
    body.putArray("events").addAll(events);
    return body;
  }

  private void remember(Parcel parcel, String secret, int status, Instant now) {
    var body = parcel.body.toString();
    var signature = Signature.of(secret, body.getBytes(StandardCharsets.UTF_8));
    log.add(new SentWebhook(now, parcel.shop, body, signature, status));
  }

  private void renewReplyTokens(Platform.Redelivery redelivery, Instant now) {
    var tokens = platform.channel(redelivery.shop()).replyTokens();
    for (JsonNode event : parse(redelivery.body()).path("events")) {
      tokens.broughtAgain(event.path("replyToken").asText(), now);
    }
  }

  private ObjectNode parse(String body) {
    try {
      return (ObjectNode) mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept webhook is not JSON", e);
    }
  }
}
