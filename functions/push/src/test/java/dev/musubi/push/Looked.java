package dev.musubi.push;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.Stores;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Linked friends who looked at a bowl on the day before their reminder is due. */
final class Looked {

  static final Instant DUE = Instant.parse("2026-11-23T09:00:00Z");

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final ProductId BOWL = new ProductId(100);

  private Looked() {}

  static Stores atTheBowl() {
    Stores stores = Stores.ofTwoShops(DUE);
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    return stores;
  }

  static void viewer(Stores stores, ExampleShop shop, CustomerId customer, LineUserId user) {
    Instant before = DUE.minus(Duration.ofDays(3));
    link(stores, shop.id(), customer, user, before);
    new RecipientBook(stores.recipients())
        .change(shop.id(), user, s -> s.heard(new Friendship(Friendship.State.FRIEND, before)));
    LocalDate day = MONDAY.minusDays(1);
    Instant seen = day.atTime(10, 0).atZone(shop.shop().zone()).toInstant();
    stores.views().add(new ProductViewed(shop.id(), customer, BOWL, day, seen, "event-1"));
    stocked(stores, shop.id(), true, seen);
  }

  static void link(Stores stores, ShopId shop, CustomerId customer, LineUserId user, Instant at) {
    Nonce nonce = Nonce.of(user.value().substring(1).getBytes(StandardCharsets.US_ASCII));
    stores
        .links()
        .open(new LinkAttempt(shop, nonce.hash(), customer, EntryRoute.CHAT, at.plusSeconds(60)));
    stores.links().complete(shop, nonce, user, "event-" + user.value(), at);
  }

  static void stocked(Stores stores, ShopId shop, boolean sellable, Instant asOf) {
    stores
        .catalogue()
        .heard(
            shop,
            new ProductFacts(
                BOWL,
                new ProductFacts.Showing("bowl", "椀", new BigDecimal("3980"), Optional.empty()),
                true,
                false,
                List.of(new ProductFacts.VariantStock(new VariantId(1), sellable, asOf)),
                asOf,
                asOf));
  }

  static SendIntent intent(CustomerId customer) {
    return intent(HANAMICHI, customer);
  }

  static SendIntent intent(ExampleShop shop, CustomerId customer) {
    return new SendIntent(
        shop.id(),
        new Addressee.Customer(customer),
        new Subject.Viewed(MONDAY),
        Lane.BULK,
        DUE,
        Instant.parse("2026-11-24T03:00:00Z"));
  }
}
