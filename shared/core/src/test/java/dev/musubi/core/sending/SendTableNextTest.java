package dev.musubi.core.sending;

import static dev.musubi.core.sending.Given.DUE;
import static dev.musubi.core.sending.Given.INTENT;
import static dev.musubi.core.sending.Given.RUN;
import static dev.musubi.core.sending.Given.firstTry;
import static dev.musubi.core.sending.Given.linkedFriend;
import static dev.musubi.core.sending.Given.tokyo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SendTableNextTest {

  private static final Instant LEASE_OVER = DUE.plusSeconds(20);

  private static Step skipped(Reason why) {
    return Step.Finish.done(new Result.Skipped(why));
  }

  private static Step unknown(Reason why) {
    return Step.Finish.done(new Result.Unknown(why));
  }

  private static Step later(Reason why, Instant until) {
    return new Step.Finish(
        Optional.of(new Result.Deferred(why, until)), new Disposition.Later(Given.INTENT, until));
  }

  private static Instant sevenAndShare(int days) {
    return tokyo(RUN.plusDays(days), "07:00").plus(INTENT.id().share(Policies.SPREAD));
  }

  @Nested
  class No_mark {

    @Test
    void a_message_that_every_policy_lets_pass_is_reserved() {
      assertThat(linkedFriend().next(DUE)).isEqualTo(new Step.Reserve(0));
    }

    @Test
    void what_is_recorded_as_sent_is_acknowledged() {
      assertThat(linkedFriend().marked(firstTry(DUE)).next(Optional.of(new Result.Sent("r")), DUE))
          .isEqualTo(new Step.Finish(Optional.empty(), new Disposition.Acknowledge()));
    }

    @Test
    void past_its_time_it_is_skipped_as_stale() {
      assertThat(linkedFriend().next(INTENT.notAfter().plusMillis(1)))
          .isEqualTo(skipped(new Untimely.Stale(INTENT.notAfter())));
    }

    @Test
    void at_its_last_moment_it_is_not_stale() {
      assertThat(linkedFriend().next(INTENT.notAfter())).isEqualTo(new Step.Reserve(0));
    }

    @Test
    void a_purchase_in_between_skips_it_and_names_the_order() {
      assertThat(linkedFriend().bought().next(DUE))
          .isEqualTo(skipped(new Unwanted.Bought(new OrderId(55))));
    }

    @Test
    void an_unlink_in_between_skips_it() {
      assertThat(linkedFriend().unlinked().next(DUE))
          .isEqualTo(skipped(new Ineligible.NotLinked()));
    }

    @Test
    void a_block_in_between_skips_it() {
      assertThat(linkedFriend().friendship(Friendship.State.BLOCKED).next(DUE))
          .isEqualTo(skipped(new Ineligible.Blocked()));
    }

    @Test
    void in_quiet_hours_it_waits_for_their_end_and_its_share_of_a_quarter_hour() {
      Instant until = sevenAndShare(1);
      assertThat(linkedFriend().next(tokyo(RUN, "22:00")))
          .isEqualTo(later(new Untimely.Quiet(until), until));
    }

    @Test
    void what_would_be_stale_when_it_may_go_is_skipped_at_once() {
      Given paused = linkedFriend();
      Instant until = INTENT.notAfter().plusSeconds(1);
      paused = paused.with(paused.shop().with(new Standing.Paused(until)));
      assertThat(paused.next(DUE)).isEqualTo(skipped(new Untimely.Stale(INTENT.notAfter())));
    }
  }

  @Nested
  class Released {

    @Test
    void it_is_judged_anew_and_reserved_under_the_next_epoch() {
      assertThat(linkedFriend().marked(new Mark.Released(1)).next(DUE))
          .isEqualTo(new Step.Reserve(1));
    }

    @Test
    void what_is_recorded_as_refused_is_acknowledged_however_many_copies_come() {
      Result refused = new Result.Refused(new AtLine.RefusedByLine("400"));
      assertThat(linkedFriend().marked(new Mark.Released(1)).next(Optional.of(refused), DUE))
          .isEqualTo(new Step.Finish(Optional.empty(), new Disposition.Acknowledge()));
    }

    @Test
    void what_was_tried_again_after_a_refusal_is_continued_whatever_is_recorded() {
      Result refused = new Result.Refused(new AtLine.RefusedByLine("400"));
      assertThat(linkedFriend().marked(firstTry(DUE)).next(Optional.of(refused), LEASE_OVER))
          .isInstanceOf(Step.Retry.class);
    }

    @Test
    void a_purchase_in_between_skips_it() {
      assertThat(linkedFriend().bought().marked(new Mark.Released(1)).next(DUE))
          .isEqualTo(skipped(new Unwanted.Bought(new OrderId(55))));
    }

    @Test
    void a_block_in_between_skips_it() {
      Given blocked = linkedFriend().friendship(Friendship.State.BLOCKED);
      assertThat(blocked.marked(new Mark.Released(1)).next(DUE))
          .isEqualTo(skipped(new Ineligible.Blocked()));
    }
  }

  @Nested
  class In_flight {

    private final Mark.InFlight mark = firstTry(DUE);

    @Test
    void while_the_lease_lives_it_is_given_back_for_the_rest_of_it() {
      assertThat(linkedFriend().marked(mark).next(DUE.plusSeconds(5)))
          .isEqualTo(
              new Step.Finish(
                  Optional.empty(), new Disposition.RetryAfter(Duration.ofSeconds(15))));
    }

    @Test
    void when_the_lease_is_over_it_is_tried_again_with_the_same_content() {
      assertThat(linkedFriend().marked(mark).next(LEASE_OVER))
          .isEqualTo(new Step.Retry(mark.again(LEASE_OVER)));
      assertThat(mark.again(LEASE_OVER).content()).isSameAs(mark.content());
    }

    @Test
    void it_is_not_judged_by_caps_again() {
      Given capped = linkedFriend().slot(DUE.minusSeconds(1)).marked(mark);
      assertThat(capped.next(LEASE_OVER)).isInstanceOf(Step.Retry.class);
    }

    @Test
    void a_purchase_since_leaves_it_unknown() {
      assertThat(linkedFriend().bought().marked(mark).next(LEASE_OVER))
          .isEqualTo(unknown(new Unwanted.Bought(new OrderId(55))));
    }

    @Test
    void an_unlink_since_leaves_it_unknown() {
      assertThat(linkedFriend().marked(mark).unlinked().next(LEASE_OVER))
          .isEqualTo(unknown(new Ineligible.Relinked()));
    }

    @Test
    void a_relink_since_leaves_it_unknown_and_nothing_goes_to_the_new_account() {
      assertThat(linkedFriend().marked(mark).relinked().next(LEASE_OVER))
          .isEqualTo(unknown(new Ineligible.Relinked()));
    }

    @Test
    void a_block_since_leaves_it_unknown() {
      assertThat(linkedFriend().marked(mark).friendship(Friendship.State.BLOCKED).next(LEASE_OVER))
          .isEqualTo(unknown(new Ineligible.Blocked()));
    }

    @Test
    void an_opt_out_since_leaves_it_unknown() {
      assertThat(linkedFriend().marked(mark).optedOut().next(LEASE_OVER))
          .isInstanceOfSatisfying(
              Step.Finish.class,
              finish ->
                  assertThat(finish.result().orElseThrow()).isInstanceOf(Result.Unknown.class));
    }

    @Test
    void a_pause_since_leaves_it_unknown() {
      Given paused = linkedFriend().marked(mark).wishes(new ChatCommand.Pause(true));
      assertThat(paused.next(LEASE_OVER))
          .isInstanceOfSatisfying(
              Step.Finish.class,
              finish ->
                  assertThat(finish.result().flatMap(Result::reason).orElseThrow())
                      .isInstanceOf(Ineligible.OnPause.class));
    }

    @Test
    void sold_out_since_leaves_it_unknown() {
      assertThat(linkedFriend().soldOut().marked(mark).next(LEASE_OVER))
          .isEqualTo(unknown(new Unwanted.SoldOut()));
    }

    @Test
    void in_quiet_hours_it_waits_for_their_end() {
      Instant until = sevenAndShare(1);
      assertThat(linkedFriend().marked(mark).next(tokyo(RUN, "23:00")))
          .isEqualTo(later(new Untimely.Quiet(until), until));
    }

    @Test
    void when_quiet_hours_last_beyond_what_line_remembers_it_stays_unknown() {
      Instant morning = tokyo(RUN, "07:59");
      Given night = linkedFriend().marked(firstTry(morning));
      Instant until = sevenAndShare(1);
      assertThat(night.nextDue(morning, tokyo(RUN, "22:30")))
          .isEqualTo(unknown(new Untimely.Quiet(until)));
    }

    @Test
    void what_was_tried_long_before_it_was_due_is_another_decision_on_the_same_message() {
      Instant halfAnHourLater = DUE.plus(Duration.ofMinutes(30));
      assertThat(linkedFriend().marked(mark).nextDue(halfAnHourLater, halfAnHourLater))
          .isEqualTo(skipped(new Unwanted.ToldAlready()));
    }

    @Test
    void clocks_that_differ_make_no_other_decision_of_it() {
      Instant aheadOfMine = DUE.plus(Mark.APART);
      assertThat(linkedFriend().marked(mark).nextDue(aheadOfMine, LEASE_OVER))
          .isInstanceOf(Step.Retry.class);
    }

    @Test
    void past_its_time_it_stays_unknown() {
      assertThat(linkedFriend().marked(mark).next(INTENT.notAfter().plusSeconds(1)))
          .isEqualTo(unknown(new Untimely.Stale(INTENT.notAfter())));
    }

    @Test
    void after_23_hours_only_a_person_can_tell() {
      assertThat(linkedFriend().marked(mark).next(DUE.plus(Mark.RETRYABLE)))
          .isEqualTo(
              new Step.Finish(
                  Optional.of(new Result.Unknown(new AtLine.Unsettled())), new Disposition.Park()));
    }
  }

  @Test
  void what_is_deferred_because_it_is_of_use_for_longer_is_scheduled_with_that_and_stays_itself() {
    Instant longer = Given.INTENT.notAfter().plusSeconds(60);
    SendIntent later = Given.INTENT.goodUntil(longer);

    assertThat(later.notAfter()).isEqualTo(longer);
    assertThat(later.due()).isEqualTo(Given.INTENT.due());
    assertThat(later.id()).isEqualTo(Given.INTENT.id());
  }
}
