package dev.musubi.local.world.web;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET /local/outcomes}: what became of every intent, with the reason. */
final class Outcomes {
  private final Behind world;

  Outcomes(Behind world) {
    this.world = world;
  }

  record Row(
      String sendId,
      String shop,
      Optional<String> person,
      String kind,
      String subject,
      String occurrence,
      Instant at,
      String outcome,
      Optional<String> reason,
      Optional<Instant> until) {}

  List<Row> answer(Context http) {
    List<String> shops = Filters.shops(world, http);
    Optional<String> person = Filters.person(world, shops, http);
    Optional<Kind> kind = Filters.text(http, "kind").map(Outcomes::kind);
    Optional<Language> language = Filters.text(http, "lang").map(Outcomes::language);
    return shops.stream()
        .flatMap(shop -> deliveries(shop, person).map(d -> row(d, language)))
        .filter(row -> kind.isEmpty() || kind.get().name().equals(row.kind()))
        .toList();
  }

  private Stream<Delivery> deliveries(String shop, Optional<String> person) {
    Records records = new Records(world, shop);
    if (person.isEmpty()) {
      return records.all().stream();
    }
    Optional<PersonEntry> entry = world.demonstration().people().find(shop, person.get());
    return entry.stream().flatMap(p -> records.of(p).stream());
  }

  private static Kind kind(String name) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.unknown(
                    "kind", name, Arrays.stream(Kind.values()).map(Kind::name).toList()));
  }

  private static Language language(String tag) {
    return Language.ofTag(tag).orElseThrow(() -> Problem.bad("'lang' must be ja or en."));
  }

  private Row row(Delivery delivery, Optional<Language> asked) {
    DemoShop shop = world.demonstration().shop(delivery.intent().shop().handle());
    Language language = asked.or(() -> Language.ofTag(shop.language())).orElse(Language.JA);
    return new Row(
        delivery.intent().id().hex(),
        shop.handle(),
        person(delivery),
        delivery.intent().subject().kind().name(),
        subject(delivery.intent().subject(), language),
        delivery.intent().subject().occurrence(),
        delivery.at(),
        outcome(delivery.result()),
        delivery.result().reason().map(reason -> reason.text(language, shop.zone())),
        until(delivery.result()));
  }

  private Optional<String> person(Delivery delivery) {
    return switch (delivery.intent().to()) {
      case Addressee.Customer(var customer) ->
          world
              .demonstration()
              .people()
              .customer(delivery.intent().shop().handle(), customer.number())
              .map(PersonEntry::person);
    };
  }

  /** What a message is about, with the number by which a program finds it. */
  private static String subject(Subject subject, Language language) {
    return switch (subject) {
      case Subject.Cart cart -> language.of("カート ", "cart ") + cart.occurrence();
      case Subject.Viewed viewed ->
          language.of(viewed.day() + " に見た商品", "what was viewed on " + viewed.day());
      case Subject.Restocked back ->
          language.of(
              "再入荷 バリエーション" + back.variant(), "variant " + back.variant() + " back in stock");
      case Subject.Ordered order ->
          language.of("注文 ", "order ") + order.order() + " " + order.status();
      case Subject.Shipped parcel ->
          language.of("配送 ", "fulfilment ") + parcel.fulfilment() + " " + parcel.status();
    };
  }

  private static String outcome(Result result) {
    return switch (result) {
      case Result.Deferred deferred -> "DEFERRED";
      case Result.Skipped skipped -> "SKIPPED";
      case Result.Refused refused -> "REFUSED";
      case Result.Unknown unknown -> "UNKNOWN";
      case Result.Sent sent -> "SENT";
    };
  }

  private static Optional<Instant> until(Result result) {
    return switch (result) {
      case Result.Deferred(var why, Instant until) -> Optional.of(until);
      case Result.Skipped skipped -> Optional.empty();
      case Result.Refused refused -> Optional.empty();
      case Result.Unknown unknown -> Optional.empty();
      case Result.Sent sent -> Optional.empty();
    };
  }
}
