package dev.musubi.core.shop;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The part of a draft that is about kinds of messages. */
record KindsDraft(DraftFields fields) {

  KindSettings over(KindSettings current) {
    KindSettings kinds =
        new KindSettings(
            of(Kind.CART).map(cart -> cart(cart, current.cart())).orElse(current.cart()),
            of(Kind.BROWSE).map(b -> browse(b, current.browse())).orElse(current.browse()),
            of(Kind.RESTOCK).map(r -> restock(r, current.restock())).orElse(current.restock()),
            of(Kind.ORDER).map(o -> service(o, current.order())).orElse(current.order()),
            of(Kind.SHIPPING).map(s -> service(s, current.shipping())).orElse(current.shipping()));
    fields.refuseOtherKinds();
    return kinds;
  }

  private Optional<DraftFields> of(Kind kind) {
    return fields.object(kind.name());
  }

  private static CartSettings cart(DraftFields fields, CartSettings current) {
    CartSettings cart =
        new CartSettings(
            fields.flag("enabled", current.enabled()),
            fields.durations("after", current.after(), KindsDraft::steps),
            fields.amount("minimum", current.minimum()),
            fields.cap("cap", Optional.of(current.cap())).orElseThrow());
    fields.refuseTheRest();
    return cart;
  }

  private static boolean steps(List<Duration> after) {
    boolean within =
        after.stream()
            .allMatch(
                delay ->
                    delay.compareTo(CartSettings.SHORTEST) >= 0
                        && delay.compareTo(CartSettings.LONGEST) <= 0);
    boolean rising = after.stream().sorted().distinct().toList().equals(after);
    return within && rising && !after.isEmpty() && after.size() <= CartSettings.MOST_STEPS;
  }

  private static BrowseSettings browse(DraftFields fields, BrowseSettings current) {
    boolean enabled = fields.flag("enabled", current.enabled());
    LocalTime at = fields.quarterHour("at", current.at());
    int products =
        fields.whole(
            "maxProducts", Optional.of(current.maxProducts()), 1, BrowseSettings.MOST_PRODUCTS);
    Cap cap = fields.cap("cap", Optional.of(current.cap())).orElseThrow();
    fields.refuseTheRest();
    return new BrowseSettings(enabled, at, products, cap);
  }

  private static RestockSettings restock(DraftFields fields, RestockSettings current) {
    SortedMap<String, RestockSettings.Repeat> words = new TreeMap<>();
    for (RestockSettings.Repeat repeat : RestockSettings.Repeat.values()) {
      words.put(repeat.word(), repeat);
    }
    RestockSettings restock =
        new RestockSettings(
            fields.flag("enabled", current.enabled()),
            fields.one("repeat", current.repeat(), words));
    fields.refuseTheRest();
    return restock;
  }

  private static ServiceSettings service(DraftFields fields, ServiceSettings current) {
    ServiceSettings service =
        new ServiceSettings(
            fields.flag("enabled", current.enabled()),
            fields.flag("atNight", current.atNight()),
            byPhone(fields, current.byPhone()),
            fields.flag("pos", current.pos()),
            fields.flag("tests", current.tests()));
    fields.refuseTheRest();
    return service;
  }

  /** A template is given as a whole; null switches it off. */
  private static Optional<PhoneNotice> byPhone(DraftFields fields, Optional<PhoneNotice> current) {
    if (fields.switchedOff("byPhone")) {
      return Optional.empty();
    }
    Optional<DraftFields> given = fields.object("byPhone");
    if (given.isEmpty()) {
      return current;
    }
    Optional<String> template = given.get().key("template");
    Optional<SortedMap<String, String>> items = given.get().keyed("items", PhoneNotice.MOST_ITEMS);
    Optional<SortedMap<String, String>> buttons =
        given.get().keyed("buttons", PhoneNotice.MOST_BUTTONS);
    given.get().refuseTheRest();
    return template.isPresent() && items.isPresent() && buttons.isPresent()
        ? Optional.of(new PhoneNotice(template.get(), items.get(), buttons.get()))
        : current;
  }
}
