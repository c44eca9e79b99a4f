package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.musubi.core.sending.Ineligible;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.ShopClosed;
import dev.musubi.core.shop.ShopId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class EmbeddedMetricsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final EmbeddedMetrics metrics =
      new EmbeddedMetrics("musubi-test", new PrintStream(written), InstantSource.fixed(NOW));

  @Test
  void a_batch_is_one_line_with_every_figure_as_a_metric_of_the_stack() throws Exception {
    metrics.count(new Result.Sent("request"));
    metrics.count(new Result.Sent("request"));
    metrics.count(new Result.Skipped(new Ineligible.NotLinked()));
    metrics.count(new Result.Deferred(new ShopClosed.Paused(NOW), NOW));
    metrics.count(new Result.Refused(new Ineligible.NotLinked()));
    metrics.count(new Result.Unknown(new Ineligible.NotLinked()));
    metrics.paused(new ShopId("kyoto-tea"));
    metrics.failed(new IllegalStateException("a message that is not to be seen"));
    metrics.add("Tick", 1);
    metrics.flush();
    JsonNode line = JsonMapper.builder().build().readTree(text());
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
    assertThat(directive.at("/Namespace").asText()).isEqualTo("Musubi");
    assertThat(directive.at("/Dimensions").toString()).isEqualTo("[[\"Stack\"]]");
    assertThat(line.at("/Stack").asText()).isEqualTo("musubi-test");
    assertThat(directive.at("/Metrics").findValuesAsText("Name"))
        .containsExactly(
            "Deferred", "Failed", "Refused", "Sent", "ShopPaused", "Skipped", "Tick", "Unknown")
        .allSatisfy(name -> assertThat(line.get(name).asInt()).isPositive());
    assertThat(line.at("/Sent").asInt()).isEqualTo(2);
    assertThat(text()).doesNotContain("kyoto-tea", "not to be seen").hasLineCount(1);
  }

  @Test
  void the_age_of_the_oldest_message_is_a_metric_in_seconds() throws Exception {
    metrics.queued(NOW.minusSeconds(30));
    metrics.queued(NOW.minusSeconds(7200));
    metrics.queued(NOW.plusSeconds(1));
    metrics.flush();
    JsonNode line = JsonMapper.builder().build().readTree(text());
    assertThat(line.at("/OldestMessageSeconds").asLong()).isEqualTo(7200);
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Unit").asText()).isEqualTo("Seconds");
  }

  @Test
  void nothing_counted_is_nothing_written() {
    metrics.add("Tick", 1);
    metrics.flush();
    metrics.flush();
    assertThat(text()).hasLineCount(1);
  }

  @Test
  void a_name_that_would_break_the_line_is_refused() {
    assertThatThrownBy(() -> metrics.add("Ti\"ck", 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
