package dev.musubi.line.api;

import static dev.musubi.line.api.Setting.HANA;
import static dev.musubi.line.api.Setting.KEY;
import static dev.musubi.line.api.Setting.MESSAGE;
import static dev.musubi.line.api.Setting.RICE;
import static dev.musubi.line.api.Setting.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final ShopId KYOTO = new ShopId("kyoto-ceramics");
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong(-1);
  private final Patience patience = new Patience(LONGEST, nanos::get);

  @Test
  void as_long_as_nothing_was_heard_an_answer_is_awaited_five_seconds() {
    assertThat(patience.with(TEA)).isEqualTo(LONGEST);
  }

  @Test
  void a_shop_that_is_alone_is_awaited_five_seconds_however_quick_line_is() {
    quick(200);
    assertThat(patience.with(RICE)).isEqualTo(LONGEST);
  }

  @Test
  void beside_a_shop_whose_answers_come_at_once_a_quarter_of_a_second_is_enough() {
    quick(100);
    assertThat(patience.with(TEA)).isEqualTo(Duration.ofMillis(250));
    patience.answered(TEA, Duration.ofMillis(20));
    assertThat(patience.with(RICE)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void a_minute_after_the_other_shops_last_answer_it_is_alone_again() {
    quick(100);
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(patience.with(TEA)).isEqualTo(Duration.ofMillis(250));
    nanos.incrementAndGet();
    assertThat(patience.with(TEA)).isEqualTo(LONGEST);
  }

  @Test
  void one_slow_answer_makes_patient_and_is_forgotten_by_and_by() {
    quick(100);
    patience.answered(RICE, Duration.ofSeconds(1));
    assertThat(patience.with(TEA)).isEqualTo(Duration.ofSeconds(4));
    quick(64);
    assertThat(patience.with(TEA)).isBetween(Duration.ofMillis(500), Duration.ofMillis(550));
  }

  @Test
  void a_channel_awaited_in_vain_is_given_twice_as_long_each_time_and_no_other_is() {
    quick(100);
    for (long millis : new long[] {250, 500, 1_000, 2_000, 4_000, 5_000, 5_000}) {
      assertThat(patience.with(TEA)).isEqualTo(Duration.ofMillis(millis));
      patience.inVain(TEA, patience.with(TEA));
    }
    assertThat(patience.with(KYOTO)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void ten_calls_at_once_in_vain_double_it_once() {
    quick(100);
    Duration before = patience.with(TEA);
    for (int call = 0; call < 10; call++) {
      patience.inVain(TEA, before);
    }
    assertThat(patience.with(TEA)).isEqualTo(before.multipliedBy(2));
  }

  @Test
  void a_channel_that_is_always_slow_is_heard_while_the_others_are_quick() {
    quick(100);
    patience.inVain(TEA, Duration.ofSeconds(1));
    patience.answered(TEA, Duration.ofMillis(1_500));
    assertThat(patience.with(TEA)).isEqualTo(LONGEST);
    quick(200);
    assertThat(patience.with(KYOTO)).isEqualTo(Duration.ofMillis(250));
    assertThat(patience.with(TEA)).isEqualTo(LONGEST);
    for (int answer = 0; answer < 110; answer++) {
      patience.answered(TEA, Duration.ofMillis(20));
    }
    assertThat(patience.with(TEA)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void a_push_that_hangs_is_given_up_long_before_five_seconds() throws IOException {
    try (Setting setting = new Setting(LONGEST)) {
      LineSender sender = new LineSender(setting.calls);
      for (int push = 0; push < 150; push++) {
        sender.push(TEA, KEY, HANA, MESSAGE);
      }
      setting.line.on("POST /v2/bot/message/push", new StubLine.Reply.Silence());
      long begun = System.nanoTime();
      WireOutcome answer = sender.push(RICE, KEY, HANA, MESSAGE);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertThat(answer).isEqualTo(new WireOutcome.Unclear("timeout"));
      assertThat(took).isLessThan(LONGEST.dividedBy(2));
    }
  }

  @Test
  void what_is_given_up_is_hung_up_so_that_it_cannot_be_sent_hours_later() throws Exception {
    try (Setting setting = new Setting();
        ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI base = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      LineCalls calls = new LineCalls(new LineHosts(base, base), setting.tokens, A_MINUTE);
      LineSender sender = new LineSender(calls);
      Thread push = Thread.startVirtualThread(() -> sender.push(TEA, KEY, HANA, MESSAGE));
      try (Socket called = silent.accept()) {
        called.setSoTimeout((int) A_MINUTE.toMillis() / 2);
        assertThat(called.getInputStream().read()).isEqualTo('P');
        push.interrupt();
        called.getInputStream().readAllBytes();
      }
      push.join();
    }
  }

  private void quick(int answers) {
    for (int answer = 0; answer < answers; answer++) {
      patience.answered(RICE, Duration.ofMillis(20));
    }
  }
}
