package dev.musubi.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.ChatCommand.Pause;
import dev.musubi.core.people.ChatCommand.Prefer;
import dev.musubi.core.people.ChatCommand.PreferPromotional;
import dev.musubi.core.shop.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishesTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Instant NOON = Instant.parse("2026-01-31T03:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void who_said_nothing_wants_what_the_shop_sends() {
    for (Kind kind : Kind.values()) {
      assertThat(Wishes.NONE.wanted(kind)).isTrue();
      assertThat(Wishes.NONE.pausedUntil(kind, NOON)).isEmpty();
    }
    assertThat(Wishes.NONE.holdings()).isEmpty();
  }

  @Test
  void of_two_wishes_about_one_kind_the_newer_counts_in_whatever_order_they_come() {
    Wishes off = said(new Prefer(Kind.CART, false), LATER);
    Wishes on = said(new Prefer(Kind.CART, true), NOON);
    assertThat(off.joined(on).wanted(Kind.CART)).isFalse();
    assertThat(on.joined(off)).isEqualTo(off.joined(on));
    assertThat(off.joined(on).wanted(Kind.BROWSE)).isTrue();
  }

  @Test
  void of_two_wishes_at_the_same_instant_the_one_that_wants_less_counts() {
    Wishes off = said(new Prefer(Kind.CART, false), NOON);
    Wishes on = said(new Prefer(Kind.CART, true), NOON);
    assertThat(off.joined(on).wanted(Kind.CART)).isFalse();
    assertThat(on.joined(off).wanted(Kind.CART)).isFalse();
    Wishes pause = said(new Pause(true), NOON);
    Wishes resume = said(new Pause(false), NOON);
    assertThat(resume.joined(pause)).isEqualTo(pause.joined(resume)).isEqualTo(pause);
  }

  @Test
  void everything_promotional_off_leaves_what_was_asked_for_and_what_concerns_orders() {
    Wishes wishes = said(new PreferPromotional(false), NOON);
    assertThat(wanted(wishes)).containsExactly(Kind.RESTOCK, Kind.ORDER, Kind.SHIPPING);
  }

  @Test
  void a_kind_that_is_turned_on_after_everything_was_turned_off_is_on_alone() {
    Wishes wishes =
        said(new PreferPromotional(false), NOON).with(new Prefer(Kind.CART, true), LATER, TOKYO);
    assertThat(wishes.wanted(Kind.CART)).isTrue();
    assertThat(wishes.wanted(Kind.BROWSE)).isFalse();
  }

  @Test
  void everything_promotional_on_turns_on_what_was_turned_off_before_and_not_what_was_after() {
    Wishes wishes =
        said(new Prefer(Kind.CART, false), NOON)
            .with(new PreferPromotional(true), LATER, TOKYO)
            .with(new Prefer(Kind.BROWSE, false), LATER.plusSeconds(1), TOKYO);
    assertThat(wishes.wanted(Kind.CART)).isTrue();
    assertThat(wishes.wanted(Kind.BROWSE)).isFalse();
  }

  @Test
  void a_pause_lasts_a_month_by_the_shops_calendar_and_never_touches_orders() {
    Wishes wishes = said(new Pause(true), NOON);
    Instant end = Instant.parse("2026-02-28T03:00:00Z");
    assertThat(wishes.pausedUntil(Kind.CART, LATER)).contains(end);
    assertThat(wishes.pausedUntil(Kind.RESTOCK, LATER)).contains(end);
    assertThat(wishes.pausedUntil(Kind.SHIPPING, LATER)).isEmpty();
    assertThat(wishes.pausedUntil(Kind.CART, end.minusMillis(1))).contains(end);
    assertThat(wishes.pausedUntil(Kind.CART, end)).isEmpty();
    assertThat(wishes.with(new Pause(false), LATER, TOKYO).pausedUntil(LATER)).isEmpty();
  }

  @Test
  void a_wish_is_heeded_while_nothing_newer_says_otherwise() {
    Wishes wishes = said(new Pause(true), NOON).with(new PreferPromotional(false), NOON, TOKYO);
    assertThat(wishes.heeds(new Pause(true), LATER)).isTrue();
    assertThat(wishes.heeds(new Pause(false), LATER)).isFalse();
    assertThat(wishes.heeds(new PreferPromotional(false), LATER)).isTrue();
    assertThat(wishes.heeds(new Prefer(Kind.BROWSE, false), LATER)).isTrue();
    assertThat(wishes.heeds(new Prefer(Kind.ORDER, false), LATER)).isFalse();
  }

  @Test
  void what_was_said_by_then_leaves_out_what_was_said_later() {
    Wishes early = said(new Prefer(Kind.CART, false), NOON);
    Wishes all =
        early
            .with(new Prefer(Kind.BROWSE, false), LATER, TOKYO)
            .with(new PreferPromotional(false), LATER, TOKYO)
            .with(new Pause(true), LATER, TOKYO);
    assertThat(all.saidBy(NOON)).isEqualTo(early);
    assertThat(all.saidBy(LATER)).isEqualTo(all);
  }

  @Test
  void what_is_held_can_be_read() {
    Wishes wishes =
        said(new Prefer(Kind.CART, false), NOON)
            .with(new PreferPromotional(true), NOON, TOKYO)
            .with(new Pause(true), NOON, TOKYO);
    assertThat(wishes.holdings())
        .extracting(PersonalData.Holding::what)
        .containsExactly("wish for CART", "wish for everything promotional", "pause");
  }

  private static Wishes said(Wish wish, Instant at) {
    return Wishes.NONE.with(wish, at, TOKYO);
  }

  private static List<Kind> wanted(Wishes wishes) {
    return List.of(Kind.values()).stream().filter(wishes::wanted).toList();
  }
}
