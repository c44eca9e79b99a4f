package dev.musubi.push;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Quotas;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.shop.Shops;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Between;
import dev.musubi.testkit.memory.MemorySender.Arrived;
import dev.musubi.wire.WorkCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedReadingTest {

  /** Not at night in Tokyo, nor too early in New York. */
  private static final Instant EVENING_AND_MORNING = Instant.parse("2026-11-23T12:30:00Z");

  private final Stores stores = Looked.atTheBowl();
  private final List<String> calls = new ArrayList<>();

  @BeforeEach
  void a_friend_of_each_of_two_shops() {
    Looked.viewer(stores, KYOTO, CUSTOMER, HANA);
    stores.clock().set(EVENING_AND_MORNING);
  }

  @Test
  void the_shops_of_a_batch_are_read_in_one_call_and_all_is_read_before_line_is_asked() {
    assertThat(work(heard(Shops.class, stores.shops()))).isEmpty();

    assertThat(calls)
        .containsExactly(
            "Shops.find",
            "Recipients.find",
            "Recipients.find",
            "Quotas.of",
            "Sender.push",
            "Deliveries.record",
            "Quotas.of",
            "Sender.push",
            "Deliveries.record");
  }

  @Test
  void a_shop_that_can_not_be_read_comes_back_and_the_other_gets_its_message() {
    Shops unreadable =
        Between.with(
            Shops.class,
            stores.shops(),
            call -> {
              if (call.first().equals(KYOTO.id()) || call.first() instanceof List) {
                throw new IllegalStateException("no shop can be read from this");
              }
              return call.through();
            });

    assertThat(work(unreadable)).containsExactly("2");

    assertThat(stores.sender().arrived()).extracting(Arrived::shop).containsExactly(HANAMICHI.id());
  }

  private List<String> work(Shops shops) {
    PushWorker worker =
        Pushing.of(stores)
            .with(Shops.class, shops)
            .with(Recipients.class, heard(Recipients.class, stores.recipients()))
            .with(Quotas.class, heard(Quotas.class, stores.quotas()))
            .with(Sender.class, heard(Sender.class, stores.sender()))
            .with(Deliveries.class, heard(Deliveries.class, stores.deliveries()))
            .worker((queue, delays) -> {});
    List<String> bodies =
        Stream.of(HANAMICHI, KYOTO)
            .map(shop -> new WorkCodec().write(Looked.intent(shop, CUSTOMER)))
            .toList();
    return Messages.failed(worker.work(Messages.of(bodies)));
  }

  private <P> P heard(Class<P> port, P real) {
    return Between.with(
        port,
        real,
        call -> {
          if (!call.name().equals("replace")) {
            calls.add(port.getSimpleName() + "." + call.name());
          }
          return call.through();
        });
  }
}
