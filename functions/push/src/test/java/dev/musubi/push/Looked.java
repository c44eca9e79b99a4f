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
import dev.musubi.testkit.functions.Stores;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A linked friend who looked at a bowl on the day before her reminder is due. */
final class Looked {

  static final Instant DUE = Instant.parse("2026-11-23T09:00:00Z");

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final ProductId BOWL = new ProductId(100);
  private static final ShopId SHOP = HANAMICHI.id();

  private Looked() {}

  static Stores atTheBowl() {
    Stores stores = Stores.ofTwoShops(DUE);
    Instant before = DUE.minus(Duration.ofDays(3));
    link(stores, CUSTOMER, HANA, before);
    new RecipientBook(stores.recipients())
        .change(SHOP, HANA, s -> s.heard(new Friendship(Friendship.State.FRIEND, before)));
    Instant seen = DUE.minus(Duration.ofDays(1));
    stores.views().add(new ProductViewed(SHOP, CUSTOMER, BOWL, MONDAY.minusDays(1), seen, "e"));
    stocked(stores, true, seen);
    return stores;
  }

  static void link(Stores stores, CustomerId customer, LineUserId user, Instant at) {
    byte[] bytes = new byte[Nonce.BYTES];
    Arrays.fill(bytes, (byte) user.value().charAt(1));
    Nonce nonce = Nonce.of(bytes);
    stores
        .links()
        .open(new LinkAttempt(SHOP, nonce.hash(), customer, EntryRoute.CHAT, at.plusSeconds(60)));
    stores.links().complete(SHOP, nonce, user, "event-" + user.value(), at);
  }

  static void stocked(Stores stores, boolean sellable, Instant asOf) {
    stores
        .catalogue()
        .heard(
            SHOP,
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
    return new SendIntent(
        SHOP,
        new Addressee.Customer(customer),
        new Subject.Viewed(MONDAY),
        Lane.BULK,
        DUE,
        Instant.parse("2026-11-24T03:00:00Z"));
  }
}
