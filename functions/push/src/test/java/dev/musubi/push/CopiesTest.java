package dev.musubi.push;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.wire.WorkCodec;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A message that the queue hands out a second time while the first receiver is still at work:
 * whoever acknowledges it does so for both.
 */
class CopiesTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Instant DUE = Instant.parse("2026-11-23T09:00:00Z");
  private static final ShopId SHOP = HANAMICHI.id();
  private static final SendIntent INTENT =
      new SendIntent(
          SHOP,
          new Addressee.Customer(CUSTOMER),
          new Subject.Viewed(MONDAY),
          Lane.BULK,
          DUE,
          Instant.parse("2026-11-24T03:00:00Z"));

  private final Stores stores = Stores.ofTwoShops(DUE);

  @BeforeEach
  void a_linked_friend_looked_at_the_bowl_the_day_before() {
    Instant before = DUE.minus(Duration.ofDays(3));
    Nonce nonce = Nonce.of(new byte[Nonce.BYTES]);
    stores
        .links()
        .open(
            new LinkAttempt(SHOP, nonce.hash(), CUSTOMER, EntryRoute.CHAT, before.plusSeconds(9)));
    stores.links().complete(SHOP, nonce, HANA, "event", before);
    new RecipientBook(stores.recipients())
        .change(SHOP, HANA, s -> s.heard(new Friendship(Friendship.State.FRIEND, before)));
    Instant seen = DUE.minus(Duration.ofDays(1));
    stores
        .views()
        .add(
            new ProductViewed(
                SHOP, CUSTOMER, new ProductId(100), MONDAY.minusDays(1), seen, "view"));
    stocked(true, seen);
  }

  @Test
  void a_second_copy_that_would_skip_it_waits_until_the_first_can_no_longer_be_at_work() {
    assertThat(receive(2, sendsAndDiesMeanwhile())).hasSize(1);
    assertThat(stores.sender().arrived()).hasSize(1);

    stores.clock().advance(Duration.ofMinutes(1));
    assertThat(receive(3, stores.recipients())).isEmpty();
    assertThat(stores.sender().calls()).isEqualTo(1);
    assertThat(row()).isEqualTo(new Result.Unknown(new Unwanted.SoldOut()));
  }

  @Test
  void what_still_stands_when_it_comes_back_is_done_with() {
    stocked(false, DUE);
    assertThat(receive(2, stores.recipients())).hasSize(1);
    assertThat(row()).isEqualTo(new Result.Skipped(new Unwanted.SoldOut()));

    stores.clock().advance(Duration.ofMinutes(1));
    assertThat(receive(3, stores.recipients())).isEmpty();
    assertThat(row()).isEqualTo(new Result.Skipped(new Unwanted.SoldOut()));
  }

  @Test
  void a_first_copy_is_done_with_at_once_and_so_is_the_last_that_the_queue_hands_out() {
    stocked(false, DUE);
    assertThat(receive(1, stores.recipients())).isEmpty();
    assertThat(receive(9, stores.recipients())).isEmpty();
  }

  /**
   * The first copy reads, and is done for, between this one's reading of the person and of stock.
   */
  private Recipients sendsAndDiesMeanwhile() {
    return (Recipients)
        Proxy.newProxyInstance(
            Recipients.class.getClassLoader(),
            new Class<?>[] {Recipients.class},
            (self, method, arguments) -> {
              Object read = method.invoke(stores.recipients(), arguments);
              if (method.getName().equals("find")) {
                assertThatThrownBy(this::sendAndDie).isInstanceOf(Death.class);
                stocked(false, DUE);
              }
              return read;
            });
  }

  private void sendAndDie() {
    Sender deadly =
        (Sender)
            Proxy.newProxyInstance(
                Sender.class.getClassLoader(),
                new Class<?>[] {Sender.class},
                (self, method, arguments) -> {
                  method.invoke(stores.sender(), arguments);
                  throw new Death("after LINE took it");
                });
    work(1, Pushing.of(stores).with(deadly));
  }

  private List<String> receive(int times, Recipients recipients) {
    return work(times, Pushing.of(stores).with(recipients));
  }

  private static List<String> work(int times, Pushing pushing) {
    return Messages.failed(
        pushing
            .worker((queue, delays) -> {})
            .work(Messages.received(times, List.of(new WorkCodec().write(INTENT)))));
  }

  private Result row() {
    return stores.deliveries().find(INTENT).orElseThrow().result();
  }

  private void stocked(boolean sellable, Instant asOf) {
    stores
        .catalogue()
        .heard(
            SHOP,
            new ProductFacts(
                new ProductId(100),
                new ProductFacts.Showing("bowl", "椀", new BigDecimal("3980"), Optional.empty()),
                true,
                false,
                List.of(new ProductFacts.VariantStock(new VariantId(1), sellable, asOf)),
                asOf,
                asOf));
  }
}
