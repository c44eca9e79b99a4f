package dev.musubi.wire;

import static dev.musubi.wire.Samples.NOON;
import static dev.musubi.wire.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.musubi.core.sending.AtLine;
import dev.musubi.core.sending.Ineligible;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.ShopClosed;
import dev.musubi.core.sending.Untimely;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.SettingsDraft;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.OrderId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

  static List<Reason> reasons() {
    return List.of(
        new ShopClosed.Uninstalled(),
        new ShopClosed.Paused(NOON),
        new ShopClosed.SwitchedOff(Kind.BROWSE),
        new Ineligible.NotLinked(),
        new Ineligible.NotFriend(),
        new Ineligible.Blocked(),
        new Ineligible.Relinked(),
        new Ineligible.OptedOut(Kind.BROWSE),
        new Ineligible.OnPause(NOON),
        new Unwanted.NothingSeen(),
        new Unwanted.Bought(new OrderId(5)),
        new Unwanted.NotWaiting(),
        new Unwanted.SoldOut(),
        new Unwanted.Unavailable(),
        new Unwanted.CheckedOut(),
        new Unwanted.CartGone(),
        new Unwanted.Superseded(),
        new Unwanted.TooSmall(
            new BigDecimal("980"), new BigDecimal("1000.5"), Currency.getInstance("JPY")),
        new Untimely.InUse(NOON),
        new Unwanted.OrderUnknown(new OrderId(5)),
        new Unwanted.OrderCancelled(new OrderId(5)),
        new Unwanted.OrderRefunded(new OrderId(5)),
        new Unwanted.ParcelCancelled(new FulfilmentId(6)),
        new Unwanted.AlreadyDelivered(new FulfilmentId(6)),
        new Unwanted.ToldAlready(),
        new Untimely.Quiet(NOON),
        new Untimely.Capped(Kind.BROWSE, new Cap(1, 7), NOON),
        new Untimely.BudgetSpent(new Cap(3, 7), NOON),
        new Untimely.QuotaReserved(200, 190, 10),
        new Untimely.Stale(NOON),
        new AtLine.OutOfReach(NOON),
        new AtLine.Awaited(NOON),
        new AtLine.NotDelivered(),
        new AtLine.RefusedByLine("400"),
        new AtLine.Unsettled());
  }

  static List<Result> results() {
    Reason why = new Unwanted.SoldOut();
    return List.of(
        new Result.Deferred(why, NOON),
        new Result.Skipped(why),
        new Result.Refused(why),
        new Result.Unknown(why),
        new Result.Sent("req-1"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void every_reason_reads_as_it_was_written(Reason reason) {
    assertThat(new ReasonCodec().read(new ReasonCodec().write(reason))).isEqualTo(reason);
  }

  @Test
  void there_is_a_sample_of_every_reason() {
    assertThat(reasons().stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrder(
            Arrays.stream(Reason.class.getPermittedSubclasses())
                .flatMap(group -> Arrays.stream(group.getPermittedSubclasses()))
                .<Class<?>>toArray(Class<?>[]::new));
  }

  @ParameterizedTest
  @MethodSource("results")
  void every_result_reads_as_it_was_written(Result result) {
    assertThat(new ResultCodec().read(new ResultCodec().write(result))).isEqualTo(result);
  }

  @Test
  void every_standing_reads_as_it_was_written() {
    ShopCodec codec = new ShopCodec();
    for (Standing standing :
        List.of(new Standing.Active(), new Standing.Paused(NOON), new Standing.Uninstalled(NOON))) {
      assertThat(codec.read(codec.write(Samples.shop().with(standing))).standing())
          .isEqualTo(standing);
    }
  }

  @Test
  void work_of_an_unknown_schema_version_is_refused_and_the_version_named() {
    String newer = new WorkCodec().write(Samples.intent()).replace("\"v\":1", "\"v\":2");
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> new WorkCodec().read(newer))
        .withMessageContaining("version 2");
  }

  @Test
  void work_without_a_schema_version_is_refused() {
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> new WorkCodec().read("{\"work\":\"set-up\",\"shop\":\"hinode\"}"))
        .withMessage("'v' must be a whole number");
  }

  @Test
  void an_error_names_the_path() {
    String broken = new RecipientCodec().write(Samples.recipient()).replace("FRIEND", "FOE");
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> new RecipientCodec().read(broken))
        .withMessage("'friendship.state' must be a known value");
  }

  @Test
  void deep_long_and_large_texts_are_clear_errors() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    String large = "{\"a\":\"" + "x".repeat(1 << 20) + "\"}";
    String number = "{\"a\":" + "9".repeat(10_000) + "}";
    for (String hostile : Arrays.asList(deep, large, number, null)) {
      assertThatExceptionOfType(MalformedJson.class)
          .isThrownBy(() -> new WorkCodec().read(hostile));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E1000000000", "NaN", "1,5", "", "9999999999999999999"})
  void a_price_is_a_plain_number(String price) {
    String json = new ProductCodec().write(Samples.product()).replace("1234.50", price);
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> new ProductCodec().read(json))
        .withMessage("'price' must be a price");
  }

  @Test
  void the_settings_document_is_itself_a_draft_that_changes_nothing() {
    Settings settings = Settings.defaults();
    SettingsDraft draft = new SettingsDraft(Json.plain(new SettingsCodec().write(settings)));
    assertThat(draft.over(settings)).isEqualTo(new SettingsDraft.Outcome.Accepted(settings));
  }

  @Test
  void work_carries_no_more_than_references() {
    assertThat(new WorkCodec().write(Samples.intent()))
        .contains(SHOP.handle())
        .doesNotContain("price", "title", Samples.HANAS.value());
  }
}
