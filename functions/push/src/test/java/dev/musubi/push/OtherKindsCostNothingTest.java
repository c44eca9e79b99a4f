package dev.musubi.push;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.sending.Dossier;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.FactsReader;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Quotas;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Between;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtherKindsCostNothingTest {

  private static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");

  private final Stores stores = Stores.ofTwoShops(NOON);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void the_facts_of_a_kind_that_is_not_among_the_messages_are_not_read(Kind kind) {
    Map<Kind, FactsReader> readers = new EnumMap<>(Kind.class);
    for (Kind other : Kind.values()) {
      readers.put(other, other == kind ? stores.factsReaders().get(kind) : never(other));
    }
    Shop shop = stores.shops().find(HANAMICHI.id()).orElseThrow();
    List<Dossier> dossiers =
        new Dossiers(stores.links(), stores.recipients(), readers)
            .of(shop, List.of(intent(kind), intent(kind)));
    assertThat(dossiers).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void only_for_what_is_promotional_line_is_asked_for_the_quota(Kind kind) {
    List<String> asked = new ArrayList<>();
    Quotas quotas =
        Between.with(
            Quotas.class,
            stores.quotas(),
            call -> {
              asked.add(call.name());
              return call.through();
            });
    PushWorker worker = Pushing.of(stores).with(Quotas.class, quotas).worker((queue, delays) -> {});

    worker.work(Messages.of(new WorkCodec().write(intent(kind))));

    assertThat(asked).isEqualTo(kind.isPromotional() ? List.of("of") : List.of());
  }

  private static FactsReader never(Kind kind) {
    return (shop, intents) -> {
      throw new AssertionError(kind + " was asked");
    };
  }

  private static SendIntent intent(Kind kind) {
    return new SendIntent(
        HANAMICHI.id(),
        new Addressee.Customer(CUSTOMER),
        subject(kind),
        Lane.BULK,
        NOON,
        NOON.plus(Duration.ofHours(1)));
  }

  private static Subject subject(Kind kind) {
    return switch (kind) {
      case CART -> new Subject.Cart(new CheckoutToken("c0ffee"), 1, 1);
      case BROWSE -> new Subject.Viewed(LocalDate.of(2026, 11, 23));
      case RESTOCK -> new Subject.Restocked(new VariantId(1), NOON);
      case ORDER -> new Subject.Ordered(new OrderId(1001), OrderStatus.PLACED);
      case SHIPPING ->
          new Subject.Shipped(new OrderId(1001), new FulfilmentId(1), ParcelStatus.SHIPPED);
    };
  }
}
