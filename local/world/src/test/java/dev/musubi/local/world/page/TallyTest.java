package dev.musubi.local.world.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.sending.AtLine;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.RetryKey;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.line.TakenMessage;
import dev.musubi.local.world.page.Tally.DeadLetter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final LineUserId HANA = new LineUserId("U" + "1".repeat(32));
  private static final SendIntent INTENT =
      new SendIntent(
          new ShopId("tea"),
          new Addressee.Customer(new CustomerId(7)),
          new Subject.Viewed(LocalDate.of(2026, 3, 2)),
          Lane.BULK,
          NOW,
          NOW.plusSeconds(3600));
  private static final RetryKey KEY = RetryKey.of(INTENT.id(), 0, HANA);
  private static final DeadLetter DEAD =
      new DeadLetter(Optional.of("tea"), Optional.of(INTENT.id().hex()), "{}");

  private final Tally tally = new Tally();

  private void record(Result result) {
    tally.record(new Delivery(INTENT, result, Optional.of(KEY), NOW));
  }

  private ObjectNode counts(TakenMessage... taken) {
    return tally.counts("tea", Optional.of(List.of(taken)));
  }

  private static TakenMessage taken() {
    return taken("push", KEY.uuid().toString(), "");
  }

  private static TakenMessage taken(String api, String retryKey, String deliveryTag) {
    return new TakenMessage(
        NOW,
        "tea",
        HANA.value(),
        api,
        retryKey,
        deliveryTag,
        true,
        JsonNodeFactory.instance.arrayNode(),
        "request");
  }

  @Test
  void what_was_sent_is_counted_by_its_kind_and_what_was_held_back_by_its_policy() {
    record(new Result.Sent("request"));
    assertThat(counts(taken()).path("sentBy").toString()).isEqualTo("{\"BROWSE\":1}");
    tally.clear();
    record(new Result.Skipped(new Unwanted.SoldOut()));
    assertThat(counts().path("skipped").toString()).isEqualTo("{\"wanted\":1}");
    assertThat(counts().path("sent").asInt()).isZero();
  }

  @Test
  void what_line_took_twice_is_doubled() {
    record(new Result.Sent("request"));
    assertThat(counts(taken()).path("doubled").asInt()).isZero();
    assertThat(counts(taken(), taken()).path("doubled").asInt()).isEqualTo(1);
  }

  @Test
  void what_the_record_calls_sent_and_line_never_took_is_lost() {
    record(new Result.Sent("request"));
    assertThat(counts().path("lost").asInt()).isEqualTo(1);
    assertThat(counts(taken()).path("lost").asInt()).isZero();
    assertThat(tally.counts("tea", Optional.empty()).path("lost").asInt()).isZero();
  }

  @Test
  void a_notification_message_is_known_by_its_delivery_tag() {
    TakenMessage notice = taken("pnp/templated", "", INTENT.id().hex());
    tally.record(new Delivery(INTENT, new Result.Sent("request"), Optional.empty(), NOW));
    assertThat(tally.send(notice)).contains(INTENT.id().hex());
    assertThat(counts(notice).path("lost").asInt()).isZero();
    assertThat(counts(notice, notice).path("doubled").asInt()).isEqualTo(1);
    assertThat(counts(taken("reply", "", "")).path("lost").asInt()).isEqualTo(1);
  }

  @Test
  void a_notification_message_is_awaited_until_line_tells_of_its_delivery() {
    record(new Result.Deferred(new AtLine.Awaited(NOW), NOW));
    assertThat(tally.awaited()).containsExactly(INTENT);
    record(new Result.Sent("request"));
    assertThat(tally.awaited()).isEmpty();
  }

  @Test
  void what_lies_in_a_dead_letter_queue_is_lost_unless_its_record_is_final() {
    assertThat(tally.gaveUp(DEAD)).isTrue();
    assertThat(tally.gaveUp(DEAD)).isFalse();
    assertThat(counts().path("lost").asInt()).isEqualTo(1);
    assertThat(tally.counts("books", Optional.of(List.of())).path("lost").asInt()).isZero();
    record(new Result.Deferred(new Unwanted.SoldOut(), NOW));
    assertThat(counts().path("lost").asInt()).isEqualTo(1);
    record(new Result.Sent("request"));
    assertThat(counts(taken()).path("lost").asInt()).isZero();
  }
}
