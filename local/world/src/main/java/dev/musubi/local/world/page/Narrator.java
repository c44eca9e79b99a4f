package dev.musubi.local.world.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Policies;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.line.TakenMessage;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.demo.Demonstration;
import dev.musubi.local.world.page.Signals.Signal;
import dev.musubi.local.world.page.Signals.Who;
import dev.musubi.local.world.page.Tally.DeadLetter;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.runtime.InvocationResult;
import dev.musubi.local.world.runtime.Onlooker;
import dev.musubi.wire.MalformedJson;
import dev.musubi.wire.WorkCodec;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells, as it happens, what the product was told and what it made of it: reads what the functions
 * are handed, looks into the product's records once they are done, and listens to LINE. Everything
 * is told on one thread of its own, so that nobody waits for it.
 */
public final class Narrator implements Onlooker, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Narrator.class);

  private final Demonstration demonstration;
  private final Supplier<List<TakenMessage>> line;
  private final Supplier<List<String>> deadLetters;
  private final InstantSource clock;
  private final Journal journal;
  private final Tally tally = new Tally();
  private final WorkCodec codec = new WorkCodec();
  private final Teller teller =
      new Teller(failure -> LOG.warn("Something that happened could not be told", failure));
  private int heard;

  /**
   * Tells of that demonstration.
   *
   * @param line gives what LINE took so far
   * @param deadLetters gives what lies in the dead-letter queues
   */
  public Narrator(
      Demonstration demonstration,
      Supplier<List<TakenMessage>> line,
      Supplier<List<String>> deadLetters,
      InstantSource clock) {
    this.demonstration = demonstration;
    this.line = line;
    this.deadLetters = deadLetters;
    this.clock = clock;
    ProcessHandle self = ProcessHandle.current();
    String started = self.info().startInstant().map(at -> "" + at.toEpochMilli()).orElse("0");
    this.journal = new Journal(self.pid() + "-" + started);
    teller.later(this::recall);
  }

  Journal journal() {
    return journal;
  }

  Tally tally() {
    return tally;
  }

  /** Tells what LINE took meanwhile, also while the function that sent it still waits. */
  void listen() {
    teller.later(this::hearLine);
  }

  /** Looks, once the world is idle again, for what was given up meanwhile. */
  void settled() {
    teller.later(() -> deadLetters.get().stream().map(this::deadLetter).forEach(this::gaveUp));
  }

  /** Forgets what was told: the world begins anew. */
  public void reset() {
    teller.later(
        () -> {
          tally.clear();
          heard = 0;
          journal.clear();
        });
  }

  @Override
  public void begun(String function, byte[] payload) {
    teller.later(() -> Signals.read(payload).ifPresent(event -> begun(function, event)));
  }

  @Override
  public void ended(String function, byte[] payload, InvocationResult result) {
    teller.later(() -> Signals.read(payload).ifPresent(event -> ended(function, event, result)));
  }

  /** What the product's records hold from before a restart. */
  private void recall() {
    LocalDate first = demonstration.begun().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate last = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    for (DemoShop shop : demonstration.shops()) {
      first
          .minusDays(1)
          .datesUntil(last.plusDays(3))
          .flatMap(day -> deliveries().on(new ShopId(shop.handle()), day).stream())
          .forEach(this::judged);
    }
    hearLine();
    settled();
  }

  private Deliveries deliveries() {
    return demonstration.stores().deliveries();
  }

  private void begun(String function, JsonNode event) {
    if (event.has("routeKey")) {
      Signals.in(event).forEach(this::signal);
    }
    for (JsonNode message : event.path("Records")) {
      work(json(message.path("body").asText())).ifPresent(work -> handed(function, work, message));
    }
  }

  private void ended(String function, JsonNode event, InvocationResult result) {
    if (result instanceof InvocationResult.Failed) {
      journal.write(entry("crash").put("function", function));
    }
    for (JsonNode message : event.path("Records")) {
      if (work(json(message.path("body").asText())).orElse(null) instanceof SendIntent intent) {
        lookAgain(intent);
      }
    }
    tally.awaited().forEach(this::lookAgain);
    hearLine();
  }

  /** LINE's word of a delivery settles a record without the intent being handed on again. */
  private void lookAgain(SendIntent intent) {
    deliveries().find(intent).ifPresent(this::judged);
  }

  private DeadLetter deadLetter(String body) {
    JsonNode told = json(body);
    Optional<String> shop = Optional.of(told.path("shop").asText()).filter(s -> !s.isEmpty());
    Optional<String> send =
        work(told)
            .filter(SendIntent.class::isInstance)
            .map(SendIntent.class::cast)
            .map(intent -> intent.id().hex());
    return new DeadLetter(shop, send, body);
  }

  private void gaveUp(DeadLetter letter) {
    if (tally.gaveUp(letter)) {
      ObjectNode entry = entry("dead");
      letter.shop().ifPresent(shop -> entry.put("shop", shop));
      letter.send().ifPresent(send -> entry.put("send", send));
      journal.write(entry);
    }
  }

  private static JsonNode json(String text) {
    return Signals.read(text.getBytes(StandardCharsets.UTF_8))
        .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  private Optional<Work> work(JsonNode body) {
    try {
      return body.has("work") ? Optional.of(codec.read(body.toString())) : Optional.empty();
    } catch (MalformedJson e) {
      return Optional.empty();
    }
  }

  private void signal(Signal signal) {
    ObjectNode entry = entry("signal").put("shop", signal.shop());
    person(signal.shop(), signal.who()).ifPresent(person -> entry.put("person", person));
    entry.put("source", signal.source()).put("what", signal.what()).put("about", signal.about());
    journal.write(entry.put("again", signal.again()));
  }

  private Optional<String> person(String shop, Who who) {
    return switch (who) {
      case Who.Customer(long id) ->
          demonstration.people().customer(shop, id).map(PersonEntry::person);
      case Who.LineUser(String id) ->
          demonstration.people().lineUser(shop, id).map(PersonEntry::person);
      case Who.Nobody() -> Optional.empty();
    };
  }

  private void handed(String function, Work work, JsonNode message) {
    int attempt = message.at("/attributes/ApproximateReceiveCount").asInt(1);
    switch (work) {
      case SendIntent intent ->
          journal.write(
              intent(entry("intent"), intent).put("function", function).put("attempt", attempt));
      case RunShard(var run, int shard) ->
          journal.write(
              entry("run")
                  .put("shop", run.shop().handle())
                  .put("kind", run.kind().name())
                  .put("date", run.date().toString())
                  .put("shard", shard));
      case Chore chore -> chore(chore);
      case StockWork stock -> chore(stock);
    }
  }

  private void chore(Work work) {
    ObjectNode entry = entry("chore").put("shop", work.shop().handle());
    journal.write(entry.put("what", work.getClass().getSimpleName()));
  }

  private ObjectNode intent(ObjectNode entry, SendIntent intent) {
    String shop = intent.shop().handle();
    entry.put("send", intent.id().hex()).put("shop", shop);
    Who who =
        switch (intent.to()) {
          case Addressee.Customer(var customer) -> new Who.Customer(customer.number());
        };
    person(shop, who).ifPresent(person -> entry.put("person", person));
    entry.put("kind", intent.subject().kind().name()).put("due", intent.due().toString());
    Policies.names(intent.subject().kind()).forEach(entry.putArray("asked")::add);
    ObjectNode subject = entry.putObject("subject");
    Topic topic = new Topic(variant -> demonstration.title(shop, variant.number()));
    subject.put("ja", topic.of(intent.subject(), Language.JA));
    subject.put("en", topic.of(intent.subject(), Language.EN));
    return entry;
  }

  private void judged(Delivery delivery) {
    if (!tally.record(delivery)) {
      return;
    }
    ZoneId zone = demonstration.zone(delivery.intent().shop().handle());
    ObjectNode entry = intent(entry("verdict"), delivery.intent());
    entry.put("at", delivery.at().toString());
    Result result = delivery.result();
    entry.put("outcome", result.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    result
        .reason()
        .ifPresent(
            why -> {
              entry.put("policy", why.policy());
              ObjectNode reason = entry.putObject("reason");
              reason.put("ja", why.sentence(Language.JA, zone));
              reason.put("en", why.sentence(Language.EN, zone));
            });
    if (result instanceof Result.Deferred(var why, var until)) {
      entry.put("until", until.toString());
    }
    delivery.key().ifPresent(key -> entry.put("key", key.uuid().toString()));
    journal.write(entry);
  }

  private void hearLine() {
    List<TakenMessage> taken = line.get();
    if (taken.size() < heard) {
      heard = 0;
    }
    taken.subList(heard, taken.size()).forEach(this::arrived);
    heard = taken.size();
  }

  private void arrived(TakenMessage message) {
    ObjectNode entry = entry("delivery").put("shop", message.shop()).put("api", message.api());
    person(message.shop(), new Who.LineUser(message.to()))
        .ifPresent(person -> entry.put("person", person));
    entry.put("at", message.at().toString()).put("delivered", message.delivered());
    tally.send(message).ifPresent(send -> entry.put("send", send));
    JsonNode first = message.messages().path(0);
    String text = first.path("altText").asText(first.path("text").asText());
    String told = text.isEmpty() ? first.path("templateKey").asText() : text;
    journal.write(entry.put("key", message.retryKey()).put("text", told));
  }

  private ObjectNode entry(String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("at", clock.instant().toString());
  }

  @Override
  public void close() {
    teller.close();
  }
}
