package dev.musubi.push;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Between;
import dev.musubi.testkit.memory.Death;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A message that the queue hands out a second time while the first receiver is still at work:
 * whoever acknowledges it does so for both.
 */
class CopiesTest {

  private static final SendIntent INTENT = Looked.intent(CUSTOMER);

  private final Stores stores = Looked.atTheBowl();

  @Test
  void a_second_copy_that_would_skip_it_waits_until_the_first_can_no_longer_be_at_work() {
    assertThat(receive(2, sendsAndDiesMeanwhile())).hasSize(1);
    assertThat(stores.sender().arrived()).hasSize(1);

    stores.clock().advance(Duration.ofMinutes(1));
    assertThat(receive(3, stores.recipients())).isEmpty();
    assertThat(stores.sender().calls()).isEqualTo(1);
    assertThat(row()).isEqualTo(new Result.Unknown(new Unwanted.SoldOut()));
  }

  @Test
  void what_still_stands_when_it_comes_back_is_done_with() {
    Looked.stocked(stores, HANAMICHI.id(), false, Looked.DUE);
    assertThat(receive(2, stores.recipients())).hasSize(1);
    assertThat(row()).isEqualTo(new Result.Skipped(new Unwanted.SoldOut()));

    stores.clock().advance(Duration.ofMinutes(1));
    assertThat(receive(3, stores.recipients())).isEmpty();
    assertThat(row()).isEqualTo(new Result.Skipped(new Unwanted.SoldOut()));
  }

  @Test
  void a_first_copy_is_done_with_at_once_and_so_is_the_last_that_the_queue_hands_out() {
    Looked.stocked(stores, HANAMICHI.id(), false, Looked.DUE);
    assertThat(receive(1, stores.recipients())).isEmpty();
    assertThat(receive(9, stores.recipients())).isEmpty();
  }

  /**
   * The first copy reads, and is done for, between this one's reading of the person and of stock.
   */
  private Recipients sendsAndDiesMeanwhile() {
    return Between.with(
        Recipients.class,
        stores.recipients(),
        call -> {
          Object read = call.through();
          if (call.name().equals("find")) {
            assertThatThrownBy(this::sendAndDie).isInstanceOf(Death.class);
            Looked.stocked(stores, HANAMICHI.id(), false, Looked.DUE);
          }
          return read;
        });
  }

  private void sendAndDie() {
    Sender deadly =
        Between.with(
            Sender.class,
            stores.sender(),
            call -> {
              call.through();
              throw new Death("after LINE took it");
            });
    work(1, Pushing.of(stores).with(Sender.class, deadly));
  }

  private List<String> receive(int times, Recipients recipients) {
    return work(times, Pushing.of(stores).with(Recipients.class, recipients));
  }

  private static List<String> work(int times, Pushing pushing) {
    return Messages.failed(
        pushing
            .worker((queue, delays) -> {})
            .work(Messages.received(times, List.of(new WorkCodec().write(INTENT)))));
  }

  private Result row() {
    return stores.deliveries().find(INTENT).orElseThrow().result();
  }
}
