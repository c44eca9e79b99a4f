package dev.musubi.testkit.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.Notices.Notice;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of notification messages keeps to. */
public abstract class NoticesContract {

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final ShopId SHOP = new ShopId("hinode");
  private static final ShopId OTHER = new ShopId("tsukimi");
  private static final CustomerId HANA = new CustomerId(7);
  private static final CustomerId TARO = new CustomerId(8);

  private Instant now = NOW;
  private Notices notices;

  protected abstract Notices empty(InstantSource clock);

  @BeforeEach
  void make() {
    notices = empty(() -> now);
  }

  @Test
  void a_notice_is_opened_once() {
    Notice first = notice(SHOP, HANA, 1);
    assertThat(notices.open(first)).isTrue();
    assertThat(notices.open(new Notice(first.tag(), first.intent(), NOW.plusSeconds(1)))).isFalse();
    assertThat(notices.find(SHOP, first.tag())).contains(first);
  }

  @Test
  void a_tag_is_its_own_shops_alone() {
    Notice first = notice(SHOP, HANA, 1);
    notices.open(first);
    assertThat(notices.find(OTHER, first.tag())).isEmpty();
  }

  @Test
  void what_was_withdrawn_can_be_opened_again() {
    Notice first = notice(SHOP, HANA, 1);
    notices.open(first);
    notices.withdraw(SHOP, first.tag());
    assertThat(notices.find(SHOP, first.tag())).isEmpty();
    assertThat(notices.open(first)).isTrue();
  }

  @Test
  void after_four_days_it_is_forgotten_whether_or_not_it_was_cleaned_up() {
    Notice first = notice(SHOP, HANA, 1);
    notices.open(first);
    now = NOW.plus(Duration.ofDays(4));
    assertThat(notices.find(SHOP, first.tag())).isEmpty();
  }

  @Test
  void a_person_is_erased_everywhere_and_nobody_else_is() {
    Notice hanas = notice(SHOP, HANA, 1);
    Notice taros = notice(SHOP, TARO, 2);
    notices.open(hanas);
    notices.open(taros);
    assertThat(notices.export(SHOP, Person.of(HANA))).hasSize(1);

    notices.erase(SHOP, Person.of(HANA));
    notices.erase(SHOP, Person.of(HANA));

    assertThat(notices.find(SHOP, hanas.tag())).isEmpty();
    assertThat(notices.export(SHOP, Person.of(HANA))).isEmpty();
    assertThat(notices.find(SHOP, taros.tag())).contains(taros);
  }

  @Test
  void two_customers_who_become_one_keep_the_tags_that_LINE_knows() {
    Notice hanas = notice(SHOP, HANA, 1);
    notices.open(hanas);
    notices.move(SHOP, HANA, TARO);
    notices.move(SHOP, HANA, TARO);

    assertThat(notices.find(SHOP, hanas.tag())).contains(hanas.movedTo(TARO));
    assertThat(notices.export(SHOP, Person.of(HANA))).isEmpty();
    assertThat(notices.export(SHOP, Person.of(TARO))).hasSize(1);
    notices.erase(SHOP, Person.of(TARO));
    assertThat(notices.find(SHOP, hanas.tag())).isEmpty();
  }

  private static Notice notice(ShopId shop, CustomerId customer, long order) {
    SendIntent intent =
        new SendIntent(
            shop,
            new Addressee.Customer(customer),
            new Subject.Ordered(new OrderId(order), OrderStatus.PLACED),
            Lane.EXPRESS,
            NOW,
            NOW.plus(Duration.ofHours(72)));
    return Notice.of(intent, NOW);
  }
}
