package dev.musubi.push;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.sending.AtLine;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Between;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelTroubleTest {

  private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(2);

  private final Stores stores = Looked.atTheBowl();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final PushWorker worker =
      Pushing.of(stores)
          .with(Sender.class, silent())
          .with(Recipients.class, counted())
          .worker((queue, delays) -> {});

  @BeforeEach
  void the_channel_was_silent_five_times() {
    for (int time = 0; time < 5; time++) {
      stores.clock().set(stores.clock().instant().plus(LONGER_THAN_A_LEASE));
      work(1);
    }
    assertThat(calls).hasValue(5);
    reads.set(0);
  }

  @Test
  void what_comes_for_a_channel_that_is_left_alone_goes_back_unread() {
    assertThat(work(2)).hasSize(1);
    assertThat(reads).hasValue(0);
    assertThat(calls).hasValue(5);
  }

  @Test
  void at_the_last_receive_it_is_kept_for_an_hour_later_though_the_channel_is_left_alone() {
    assertThat(work(9)).isEmpty();
    Instant anHourLater = stores.clock().instant().plus(Duration.ofHours(1));
    assertThat(stores.deliveries().find(Looked.intent(CUSTOMER)).map(Delivery::result))
        .contains(new Result.Deferred(new AtLine.OutOfReach(anHourLater), anHourLater));
    assertThat(calls).hasValue(5);
  }

  private List<String> work(int receives) {
    String body = new WorkCodec().write(Looked.intent(CUSTOMER));
    SQSEvent event = Messages.received(receives, List.of(body));
    return Messages.failed(worker.work(event));
  }

  private Sender silent() {
    return Between.with(
        Sender.class,
        stores.sender(),
        call -> {
          calls.incrementAndGet();
          return new WireOutcome.Unclear("timeout");
        });
  }

  private Recipients counted() {
    return Between.with(
        Recipients.class,
        stores.recipients(),
        call -> {
          reads.incrementAndGet();
          return call.through();
        });
  }
}
