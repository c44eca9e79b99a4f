package dev.musubi.line.api;

import static dev.musubi.line.api.Setting.RICE;
import static dev.musubi.line.api.Setting.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.sending.Quota;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineQuotasTest {
  private static final String LIMIT = "GET /v2/bot/message/quota";
  private static final String USED = "GET /v2/bot/message/quota/consumption";

  private Setting setting;
  private LineQuotas quotas;

  @BeforeEach
  void start() throws IOException {
    setting = new Setting();
    quotas = new LineQuotas(setting.calls, setting);
    setting
        .line
        .on(LIMIT, 200, "{\"type\":\"limited\",\"value\":1000}")
        .on(USED, 200, "{\"totalUsage\":400}");
  }

  @AfterEach
  void stop() {
    setting.close();
  }

  @Test
  void the_quota_is_the_limit_and_what_is_used_of_it() {
    assertThat(quotas.of(TEA)).isEqualTo(new Quota(OptionalLong.of(1000), 400));
  }

  @Test
  void a_plan_may_have_no_limit() throws IOException {
    try (Setting other = new Setting()) {
      other.line.on(LIMIT, 200, "{\"type\":\"none\"}").on(USED, 200, "{\"totalUsage\":7}");
      assertThat(new LineQuotas(other.calls, other).of(TEA))
          .isEqualTo(new Quota(OptionalLong.empty(), 7));
    }
  }

  @Test
  void LINE_is_asked_again_after_ten_minutes() {
    quotas.of(TEA);
    setting.later(LineQuotas.FRESH.minusSeconds(1));
    quotas.of(TEA);
    assertThat(setting.line.asked(LIMIT)).hasSize(1);
    setting.later(Duration.ofSeconds(1));
    quotas.of(TEA);
    assertThat(setting.line.asked(LIMIT)).hasSize(2);
  }

  @Test
  void a_limit_that_LINE_reported_counts_until_then_and_for_that_shop_alone() {
    quotas.of(TEA);
    quotas.exhausted(TEA, setting.instant().plus(Duration.ofMinutes(15)));
    assertThat(quotas.of(TEA).leaves(0)).isFalse();
    assertThat(quotas.of(RICE).leaves(0)).isTrue();
    setting.later(Duration.ofMinutes(15));
    assertThat(quotas.of(TEA).leaves(0)).isTrue();
  }

  @Test
  void a_limit_may_be_reported_before_the_quota_was_ever_asked_for() {
    quotas.exhausted(TEA, setting.instant().plus(Duration.ofMinutes(15)));
    assertThat(quotas.of(TEA).leaves(0)).isFalse();
    assertThat(setting.line.lines()).isEmpty();
  }

  @Test
  void while_LINE_is_silent_the_last_known_quota_counts_and_it_is_not_pestered()
      throws IOException {
    try (Setting other = new Setting()) {
      other
          .line
          .on(LIMIT, 200, "{\"type\":\"limited\",\"value\":10}")
          .on(LIMIT, 500, "")
          .on(USED, 200, "{\"totalUsage\":10}");
      LineQuotas silent = new LineQuotas(other.calls, other);
      silent.of(TEA);
      other.later(LineQuotas.FRESH);
      assertThat(silent.of(TEA)).isEqualTo(new Quota(OptionalLong.of(10), 10));
      silent.of(TEA);
      assertThat(other.line.asked(LIMIT)).hasSize(2);
      other.later(LineQuotas.SILENCE);
      silent.of(TEA);
      assertThat(other.line.asked(LIMIT)).hasSize(3);
    }
  }

  @Test
  void a_quota_that_nobody_knows_stops_nothing() throws IOException {
    try (Setting other = new Setting()) {
      other.line.on(LIMIT, 500, "");
      assertThat(new LineQuotas(other.calls, other).of(TEA)).isEqualTo(Quota.UNLIMITED);
    }
  }
}
