package dev.musubi.core.sending;

import static dev.musubi.core.sending.Given.DUE;
import static dev.musubi.core.sending.Given.INTENT;
import static dev.musubi.core.sending.Given.RUN;
import static dev.musubi.core.sending.Given.linkedFriend;
import static dev.musubi.core.sending.Given.tokyo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.VariantId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {

  private static Reason skipReason(Given given, Instant now) {
    return ((Step.Finish) given.next(now)).result().flatMap(Result::reason).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void sent_once_it_is_capped_for_six_more_days_and_says_when_it_is_free(int daysAgo) {
    Given sent = linkedFriend().slot(tokyo(RUN.minusDays(daysAgo), "18:00"));
    assertThat(skipReason(sent, DUE))
        .isEqualTo(
            new Untimely.Capped(
                Kind.BROWSE, new Cap(1, 7), tokyo(RUN.minusDays(daysAgo).plusDays(7), "18:00")));
  }

  @Test
  void a_week_later_to_the_date_it_is_free_even_if_the_last_one_went_out_some_seconds_late() {
    Given sent = linkedFriend().slot(tokyo(RUN.minusDays(7), "18:00").plusSeconds(59));
    assertThat(sent.next(DUE)).isEqualTo(new Step.Reserve(0));
  }

  @Test
  void the_contact_budget_counts_instants() {
    Given spent =
        linkedFriend().slot(DUE.minusSeconds(8 * 86_400)).slot(DUE.minusSeconds(7 * 86_400 - 1));
    assertThat(Policies.withinBudget(INTENT, dossier(spent), DUE)).isEqualTo(new Verdict.Send());
    Given full = spent.slot(DUE.minusSeconds(3 * 86_400)).slot(DUE.minusSeconds(2 * 86_400));
    assertThat(Policies.withinBudget(INTENT, dossier(full), DUE))
        .isEqualTo(new Verdict.Skip(new Untimely.BudgetSpent(new Cap(3, 7), DUE.plusSeconds(1))));
  }

  @Test
  void who_is_linked_but_no_friend_gets_nothing() {
    Given unknown = linkedFriend();
    RecipientState stranger = RecipientState.unknown(Given.SHOP, Given.HANA);
    Dossier dossier = dossier(unknown).with(stranger);
    assertThat(Policies.linkedFriend(INTENT, dossier, DUE))
        .isEqualTo(new Verdict.Skip(new Ineligible.NotFriend()));
  }

  @Test
  void a_follow_that_comes_late_does_not_undo_a_newer_block() {
    Given blocked = linkedFriend().friendship(Friendship.State.BLOCKED);
    RecipientState late =
        blocked
            .recipient()
            .orElseThrow()
            .heard(new Friendship(Friendship.State.FRIEND, DUE.minusSeconds(1)));
    assertThat(late.friendship().state()).isEqualTo(Friendship.State.BLOCKED);
  }

  @Test
  void sold_out_and_unpublished_products_are_not_shown_and_the_reason_says_which() {
    assertThat(skipReason(linkedFriend().soldOut(), DUE)).isEqualTo(new Unwanted.SoldOut());
    assertThat(skipReason(linkedFriend().unpublished(), DUE)).isEqualTo(new Unwanted.Unavailable());
  }

  @Test
  void promotional_messages_stop_at_the_limit_less_the_reserve() {
    assertThat(linkedFriend().quota(200, 199).next(DUE)).isEqualTo(new Step.Reserve(0));
    assertThat(skipReason(linkedFriend().quota(200, 200), DUE))
        .isEqualTo(new Untimely.QuotaReserved(200, 200, 0));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void each_policy_of_a_kind_has_a_name_and_the_first_two_share_the_shops(Kind kind) {
    assertThat(Policies.names(kind)).hasSize(Policies.of(kind).size() - 1).startsWith("shop");
  }

  @Test
  void the_policy_that_waits_for_the_moment_of_a_cart_is_named_after_the_activity() {
    assertThat(Policies.names(Kind.CART))
        .startsWith("shop", "activity", "eligible")
        .endsWith("budget", "quota");
  }

  @Test
  void an_opt_out_stops_it() {
    assertThat(skipReason(linkedFriend().optedOut(), DUE))
        .isEqualTo(new Ineligible.OptedOut(Kind.BROWSE));
  }

  @Test
  void a_pause_that_the_person_made_stops_it_and_says_until_when() {
    Given paused = linkedFriend().wishes(new ChatCommand.Pause(true));
    Instant until = DUE.atZone(paused.shop().zone()).plusMonths(1).toInstant();
    assertThat(skipReason(paused, DUE)).isEqualTo(new Ineligible.OnPause(until));
    assertThat(new Ineligible.OnPause(until).text(Language.JA, paused.shop().zone()))
        .isEqualTo("opt-out: お客様が12月23日(水) 18:00まで配信をお休みにしています");
  }

  @Test
  void everything_promotional_off_stops_a_promotional_kind() {
    assertThat(skipReason(linkedFriend().wishes(new ChatCommand.PreferPromotional(false)), DUE))
        .isEqualTo(new Ineligible.OptedOut(Kind.BROWSE));
  }

  @Test
  void a_pause_holds_back_what_was_asked_for_and_never_what_concerns_an_order() {
    Dossier paused = dossier(linkedFriend().wishes(new ChatCommand.Pause(true)));
    Subject restocked = new Subject.Restocked(new VariantId(1), DUE);
    Subject ordered = new Subject.Ordered(new OrderId(1), OrderStatus.PLACED);
    assertThat(Policies.notOptedOut(about(restocked), paused, DUE))
        .isInstanceOf(Verdict.Skip.class);
    assertThat(Policies.notOptedOut(about(ordered), paused, DUE)).isEqualTo(new Verdict.Send());
  }

  private static SendIntent about(Subject subject) {
    return new SendIntent(
        INTENT.shop(), INTENT.to(), subject, INTENT.lane(), INTENT.due(), INTENT.notAfter());
  }

  @Test
  void a_pause_that_is_over_stops_nothing() {
    Given given = linkedFriend();
    given = given.with(given.shop().with(new Standing.Paused(DUE)));
    assertThat(given.next(DUE)).isEqualTo(new Step.Reserve(0));
  }

  @Test
  void quiet_hours_begin_at_ten_and_end_at_seven() {
    Given given = linkedFriend();
    assertThat(given.next(tokyo(RUN, "21:59"))).isEqualTo(new Step.Reserve(0));
    assertThat(given.next(tokyo(RUN, "22:00"))).isInstanceOf(Step.Finish.class);
    assertThat(given.next(tokyo(RUN.plusDays(1), "06:59"))).isInstanceOf(Step.Finish.class);
    assertThat(given.next(tokyo(RUN.plusDays(1), "07:00"))).isEqualTo(new Step.Reserve(0));
  }

  @Test
  void every_reason_names_its_policy_and_speaks_both_languages() {
    Given given = linkedFriend().slot(tokyo(RUN.minusDays(1), "18:00"));
    Reason why = skipReason(given, DUE);
    assertThat(why.text(Language.EN, given.shop().zone()))
        .isEqualTo("caps: the cap of 1 in 7 days is reached, free again on Sun, Nov 29, 18:00");
    assertThat(why.text(Language.JA, given.shop().zone()))
        .isEqualTo("caps: 7日間に1通までの上限に達しています。次は11月29日(日) 18:00から送れます");
  }

  private static Dossier dossier(Given given) {
    return new Dossier(given.shop(), given.link(), given.recipient(), given.facts(), given.quota());
  }
}
