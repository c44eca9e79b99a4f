package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Notification;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Notifier} does; somebody with a phone is on LINE and no friend. */
public abstract class NotifierContract {

  /** Of +818000001234, hashed as LINE asks for it. */
  protected static final PhoneHash TAROS =
      new PhoneHash("d41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c");

  /** Of a number that nobody on LINE has. */
  protected static final PhoneHash NOBODYS = new PhoneHash("ab".repeat(32));

  private static final SendId TAG = new SendId("0123456789abcdef0123456789abcdef");
  private static final Notification SHIPPED =
      new Notification(
          "shipment_completed_ja",
          new TreeMap<>(Map.of("number_001_ja", "1234567")),
          new TreeMap<>(Map.of("check_delivery_status_ja", "https://example.com/status")));

  private Notifier notifier;

  /** A notifier for two shops, of which LINE approved one. */
  protected abstract Notifier empty(InstantSource clock, ShopId approved, ShopId other);

  /** The tags of what reached the phone, oldest first. */
  protected abstract List<SendId> arrived();

  /** The next request is too fast, and nothing arrives. */
  protected abstract void throttleNext();

  /** The next message arrives and its answer does not. */
  protected abstract void loseNextAnswer();

  @BeforeEach
  final void start() {
    notifier = empty(() -> NOON, SHOP, OTHER_SHOP);
  }

  @Test
  void a_notice_arrives_under_its_tag() {
    assertThat(ask(TAROS)).isInstanceOf(WireOutcome.Accepted.class);
    assertThat(arrived()).containsExactly(TAG);
  }

  @Test
  void there_is_no_retry_key_so_asking_twice_is_two_messages() {
    ask(TAROS);
    ask(TAROS);

    assertThat(arrived()).containsExactly(TAG, TAG);
  }

  @Test
  void a_number_that_nobody_on_line_has_is_refused() {
    assertThat(ask(NOBODYS)).isInstanceOf(WireOutcome.Refused.class);
    assertThat(arrived()).isEmpty();
  }

  @Test
  void a_shop_that_line_did_not_approve_is_refused() {
    assertThat(notifier.notify(OTHER_SHOP, TAROS, TAG, SHIPPED))
        .isInstanceOf(WireOutcome.Refused.class);
    assertThat(arrived()).isEmpty();
  }

  @Test
  void what_came_too_fast_was_no_message_and_may_be_asked_again() {
    throttleNext();

    assertThat(ask(TAROS)).isEqualTo(new WireOutcome.Throttled());
    assertThat(arrived()).isEmpty();
    assertThat(ask(TAROS)).isInstanceOf(WireOutcome.Accepted.class);
  }

  @Test
  void an_answer_that_was_lost_is_unclear_though_the_message_arrived() {
    loseNextAnswer();

    assertThat(ask(TAROS)).isInstanceOf(WireOutcome.Unclear.class);
    assertThat(arrived()).containsExactly(TAG);
  }

  private WireOutcome ask(PhoneHash phone) {
    return notifier.notify(SHOP, phone, TAG, SHIPPED);
  }
}
