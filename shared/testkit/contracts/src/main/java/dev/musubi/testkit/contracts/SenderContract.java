package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.HANAS;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.sending.RetryKey;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Rendered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Sender} does; the shops' user is a friend of both. */
public abstract class SenderContract {

  private static final RetryKey KEY = key(1);
  private static final Rendered HELLO = text("hello");

  private Instant now = NOON;
  private Sender sender;

  /** A sender for two shops with that friend, to whom nothing was sent. */
  protected abstract Sender empty(InstantSource clock, List<ShopId> shops, LineUserId friend);

  /** The messages that the friend got from the shop, as sent, oldest first. */
  protected abstract List<Rendered> arrived(ShopId shop);

  /** A token with which that friend can be answered. */
  protected abstract ReplyToken replyToken(ShopId shop);

  /** The next push is answered so and nothing arrives. */
  protected abstract void answerNext(WireOutcome answer);

  /** The next push arrives and its answer does not. */
  protected abstract void loseNextAnswer();

  @BeforeEach
  final void start() {
    sender = empty(() -> now, List.of(SHOP, OTHER_SHOP), HANAS);
  }

  @Test
  void a_push_arrives() {
    assertThat(push(KEY, HELLO)).isInstanceOf(WireOutcome.Accepted.class);
    assertThat(arrived(SHOP)).containsExactly(HELLO);
    assertThat(arrived(OTHER_SHOP)).isEmpty();
  }

  @Test
  void a_repeated_push_is_accepted_and_arrives_once() {
    push(KEY, HELLO);
    now = now.plus(Duration.ofHours(23));

    assertThat(push(KEY, HELLO)).isInstanceOf(WireOutcome.Accepted.class);
    assertThat(arrived(SHOP)).containsExactly(HELLO);
  }

  @Test
  void a_push_whose_answer_was_lost_is_unclear_and_its_repetition_accepted_without_a_second() {
    loseNextAnswer();

    assertThat(push(KEY, HELLO)).isInstanceOf(WireOutcome.Unclear.class);
    assertThat(push(KEY, HELLO)).isInstanceOf(WireOutcome.Accepted.class);
    assertThat(arrived(SHOP)).containsExactly(HELLO);
  }

  @Test
  void another_key_is_another_message() {
    push(KEY, HELLO);
    push(key(2), HELLO);

    assertThat(arrived(SHOP)).containsExactly(HELLO, HELLO);
  }

  @Test
  void one_shops_key_is_nothing_to_another() {
    push(KEY, HELLO);
    sender.push(OTHER_SHOP, KEY, HANAS, HELLO);

    assertThat(arrived(SHOP)).containsExactly(HELLO);
    assertThat(arrived(OTHER_SHOP)).containsExactly(HELLO);
  }

  @Test
  void a_push_that_came_too_fast_did_not_arrive_and_may_be_repeated() {
    answerNext(new WireOutcome.Throttled());

    assertThat(push(KEY, HELLO)).isEqualTo(new WireOutcome.Throttled());
    assertThat(arrived(SHOP)).isEmpty();
    assertThat(push(KEY, HELLO)).isInstanceOf(WireOutcome.Accepted.class);
    assertThat(arrived(SHOP)).containsExactly(HELLO);
  }

  @Test
  void a_push_above_the_monthly_limit_did_not_arrive() {
    answerNext(new WireOutcome.MonthlyLimit());

    assertThat(push(KEY, HELLO)).isEqualTo(new WireOutcome.MonthlyLimit());
    assertThat(arrived(SHOP)).isEmpty();
  }

  @Test
  void a_reply_arrives() {
    ReplyToken token = replyToken(SHOP);

    assertThat(sender.reply(SHOP, token, HELLO)).isInstanceOf(WireOutcome.Accepted.class);
    assertThat(arrived(SHOP)).containsExactly(HELLO);
  }

  private WireOutcome push(RetryKey key, Rendered message) {
    return sender.push(SHOP, key, HANAS, message);
  }

  private static RetryKey key(long number) {
    return new RetryKey(new UUID(0x4000L, 0x8000000000000000L | number));
  }

  private static Rendered text(String text) {
    return new Rendered("[{\"type\":\"text\",\"text\":\"" + text + "\"}]");
  }
}
