package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The shop, the person and the day that the tests of this module talk about. */
final class Given {

  static final Instant NOON = Instant.parse("2026-03-01T03:00:00Z");
  static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  static final ShopId SHOP = new ShopId("hinode");
  static final CustomerId HANA = new CustomerId(700_112_233_445L);
  static final CustomerId KEN = new CustomerId(800_112_233_445L);
  static final LineUserId HANAS = new LineUserId("U" + "0a".repeat(16));
  static final LineUserId KENS = new LineUserId("U" + "0b".repeat(16));

  private Given() {}

  static Nonce nonce(int number) {
    byte[] bytes = new byte[Nonce.BYTES];
    Arrays.fill(bytes, (byte) number);
    return Nonce.of(bytes);
  }

  static LinkAttempt attempt(Nonce nonce, CustomerId customer) {
    return new LinkAttempt(SHOP, nonce.hash(), customer, EntryRoute.CHAT, NOON.plusSeconds(600));
  }

  static ProductViewed view(CustomerId customer, String event) {
    return new ProductViewed(SHOP, customer, new ProductId(1), DAY, NOON, event);
  }

  static Cart cart(CustomerId customer) {
    Checkout checkout =
        new Checkout(
            new CheckoutToken("c0ffee"),
            Optional.empty(),
            Optional.of(customer),
            List.of(),
            Optional.empty(),
            new Checkout.Times(NOON, NOON, NOON, Optional.empty()));
    Cart.Round round = new Cart.Round(1, NOON, new Cart.Progress.Judged());
    return new Cart(SHOP, checkout, round, Version.NONE);
  }

  static Order order(CustomerId customer) {
    return new Order(
        new OrderId(1),
        Optional.of(customer),
        new Order.Origin("#1001", NOON, false, false, Optional.empty(), Optional.empty()),
        new Order.Bill(Optional.empty(), 1, List.of()),
        Order.Progress.heard(Payment.PAID, Optional.empty(), Optional.empty(), NOON),
        List.of());
  }

  static Delivery sent(int daysLater) {
    SendIntent intent =
        new SendIntent(
            SHOP,
            new Addressee.Customer(HANA),
            new Subject.Viewed(DAY.plusDays(daysLater)),
            Lane.BULK,
            NOON.plusSeconds(daysLater * 86_400L),
            NOON.plusSeconds(daysLater * 86_400L + 3_600));
    return new Delivery(intent, new Result.Sent("request"), Optional.empty(), NOON);
  }
}
