package dev.musubi.chores;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.MemoryFriends.Menu;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.wire.WorkCodec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoresWorkerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Menu LINKED = new Menu(Language.JA, true);
  private static final Menu NOT_LINKED = new Menu(Language.JA, false);
  private static final Chore RECONCILE =
      new Chore.Reconcile(HANAMICHI.id(), Person.of(CUSTOMER, HANA));
  private static final Chore ERASE = new Chore.Erase(HANAMICHI.id(), Person.of(CUSTOMER));

  private final Stores stores = Stores.ofTwoShops(NOW);
  private final Map<String, Duration> givenBack = new LinkedHashMap<>();
  private int links;

  @Test
  void who_is_linked_carries_the_tag_and_sees_the_menu_of_the_linked() {
    link(HANAMICHI, CUSTOMER, HANA);
    assertThat(work(RECONCILE)).isEmpty();

    assertThat(stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
    assertThat(menu(HANA)).contains(LINKED);
  }

  @Test
  void naming_the_customer_or_the_account_alone_comes_to_the_same() {
    for (Person person : List.of(Person.of(CUSTOMER), Person.of(HANA))) {
      ChoresWorkerTest other = new ChoresWorkerTest();
      other.link(HANAMICHI, CUSTOMER, HANA);
      other.work(new Chore.Reconcile(HANAMICHI.id(), person));

      assertThat(other.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
      assertThat(other.menu(HANA)).contains(LINKED);
    }
  }

  @Test
  void who_unlinked_loses_both() {
    link(HANAMICHI, CUSTOMER, HANA);
    work(RECONCILE);
    unlink(HANAMICHI);
    work(RECONCILE);

    assertThat(stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isFalse();
    assertThat(menu(HANA)).contains(NOT_LINKED);
  }

  @Test
  void a_late_chore_of_an_unlink_takes_nothing_from_who_linked_again() {
    link(HANAMICHI, CUSTOMER, HANA);
    unlink(HANAMICHI);
    link(HANAMICHI, CUSTOMER, HANA);
    work(RECONCILE, RECONCILE);

    assertThat(stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
    assertThat(menu(HANA)).contains(LINKED);
  }

  @Test
  void after_a_relink_the_former_account_sees_the_other_menu_and_the_tag_stays() {
    link(HANAMICHI, CUSTOMER, KEN);
    work(new Chore.Reconcile(HANAMICHI.id(), Person.of(CUSTOMER, KEN)));
    link(HANAMICHI, CUSTOMER, HANA);
    work(new Chore.Reconcile(HANAMICHI.id(), Person.of(KEN)), RECONCILE);

    assertThat(menu(KEN)).contains(NOT_LINKED);
    assertThat(menu(HANA)).contains(LINKED);
    assertThat(stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
  }

  @Test
  void the_former_customer_of_an_account_loses_the_tag() {
    CustomerId mother = new CustomerId(8);
    link(HANAMICHI, mother, HANA);
    work(new Chore.Reconcile(HANAMICHI.id(), Person.of(mother, HANA)));
    link(HANAMICHI, CUSTOMER, HANA);
    work(new Chore.Reconcile(HANAMICHI.id(), Person.of(mother)), RECONCILE);

    assertThat(stores.tags().tagged(HANAMICHI.id(), mother)).isFalse();
    assertThat(stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
    assertThat(menu(HANA)).contains(LINKED);
  }

  @Test
  void a_customer_whom_nobody_knows_is_left_alone() {
    stores.tags().linked(HANAMICHI.id(), CUSTOMER, true);
    work(new Chore.Reconcile(HANAMICHI.id(), Person.of(CUSTOMER)));

    assertThat(stores.tags().tagged(HANAMICHI.id(), CUSTOMER))
        .as("a tag that we never set")
        .isTrue();
  }

  @Test
  void while_shopify_or_line_does_not_answer_the_chore_comes_back() {
    link(HANAMICHI, CUSTOMER, HANA);
    stores.tags().down(true);
    assertThat(work(RECONCILE, new Chore.SetUp(KYOTO.id()))).containsExactly("1");
    assertThat(givenBack).containsOnly(Map.entry("receipt-1", Duration.ofSeconds(30)));
    assertThat(stores.friends().prepared()).containsExactly(KYOTO.id());

    stores.tags().down(false);
    stores.friends().down(true);
    assertThat(work(RECONCILE)).containsExactly("1");

    stores.friends().down(false);
    assertThat(work(RECONCILE)).isEmpty();
    assertThat(menu(HANA)).contains(LINKED);
  }

  @Test
  void setting_up_prepares_the_menus_of_that_shop_alone() {
    work(new Chore.SetUp(KYOTO.id()));

    assertThat(stores.friends().prepared()).containsExactly(KYOTO.id());
  }

  @Test
  void products_of_a_cart_that_are_not_known_freshly_are_read_and_the_others_are_not() {
    ProductId bowl = new ProductId(100);
    stores.source().put(KYOTO.id(), bowl(bowl));
    work(new Chore.Refresh(KYOTO.id(), List.of(bowl)));
    work(new Chore.Refresh(KYOTO.id(), List.of(bowl)));

    assertThat(stores.catalogue().find(KYOTO.id(), List.of(bowl))).containsOnlyKeys(bowl);
    assertThat(stores.source().reads()).hasSize(1);
  }

  private static ProductFacts bowl(ProductId id) {
    return new ProductFacts(
        id,
        new ProductFacts.Showing("bowl", "椀", BigDecimal.TEN, Optional.empty()),
        true,
        false,
        List.of(new ProductFacts.VariantStock(new VariantId(1), true, NOW)),
        NOW,
        NOW);
  }

  @Test
  void a_chore_of_a_shop_that_is_gone_is_done_with() {
    stores.shops().remove(HANAMICHI.id());

    assertThat(work(RECONCILE, ERASE, new Chore.SetUp(HANAMICHI.id()))).isEmpty();
    assertThat(stores.friends().prepared()).isEmpty();
  }

  @Test
  void erasing_leaves_nothing_in_any_store_nor_tag_nor_menu_of_the_linked() {
    known(HANAMICHI);
    work(RECONCILE);
    assertThat(holdings(HANAMICHI)).hasSize(5).noneMatch(List::isEmpty);
    assertThat(work(ERASE)).isEmpty();

    assertThat(holdings(HANAMICHI)).allMatch(List::isEmpty);
    assertThat(stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isFalse();
    assertThat(menu(HANA)).contains(NOT_LINKED);
    assertThat(work(ERASE)).as("again it is harmless").isEmpty();
  }

  @Test
  void erasing_reaches_the_accounts_that_the_person_had_before() {
    link(HANAMICHI, CUSTOMER, KEN);
    remember(HANAMICHI, KEN);
    known(HANAMICHI);
    work(ERASE);

    assertThat(stores.recipients().export(HANAMICHI.id(), Person.of(KEN))).isEmpty();
    assertThat(stores.recipients().export(HANAMICHI.id(), Person.of(HANA))).isEmpty();
  }

  @Test
  void erasing_after_an_unlink_reaches_the_account_all_the_same() {
    known(HANAMICHI);
    unlink(HANAMICHI);
    work(ERASE);

    assertThat(holdings(HANAMICHI)).allMatch(List::isEmpty);
  }

  @Test
  void erasing_in_one_shop_leaves_the_same_person_alone_in_the_other() {
    known(HANAMICHI);
    known(KYOTO);
    stores.tags().linked(KYOTO.id(), CUSTOMER, true);
    List<List<PersonalData.Holding>> before = holdings(KYOTO);
    work(ERASE);

    assertThat(holdings(KYOTO)).isEqualTo(before).noneMatch(List::isEmpty);
    assertThat(stores.tags().tagged(KYOTO.id(), CUSTOMER)).isTrue();
    assertThat(stores.friends().menuOf(KYOTO.id(), HANA)).isEmpty();
  }

  @Test
  void wherever_the_worker_died_erasing_again_leaves_nothing() {
    Mortality counting = new Mortality(moment -> false);
    known(HANAMICHI);
    worker(counting).work(messages(ERASE));
    assertThat(counting.moments()).isGreaterThan(10);
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      ChoresWorkerTest again = new ChoresWorkerTest();
      again.known(HANAMICHI);
      again.work(RECONCILE);
      assertThatThrownBy(() -> again.worker(new Mortality(m -> m == deadly)).work(messages(ERASE)))
          .isInstanceOf(Death.class);
      again.work(ERASE);

      assertThat(again.holdings(HANAMICHI)).as("died at %s", moment).allMatch(List::isEmpty);
      assertThat(again.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isFalse();
      assertThat(again.menu(HANA)).contains(NOT_LINKED);
    }
  }

  @Test
  void what_is_no_chore_fails_alone() {
    link(HANAMICHI, CUSTOMER, HANA);
    SQSEvent event = Messages.of("not json", new WorkCodec().write(RECONCILE), "{\"v\":99}");

    assertThat(Messages.failed(worker(new Mortality(m -> false)).work(event)))
        .containsExactly("1", "3");
    assertThat(stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
  }

  private List<String> work(Chore... chores) {
    return Messages.failed(worker(new Mortality(moment -> false)).work(messages(chores)));
  }

  private static SQSEvent messages(Chore... chores) {
    return Messages.of(Arrays.stream(chores).map(new WorkCodec()::write).toList());
  }

  private ChoresWorker worker(Mortality mortality) {
    return new ChoresWorker(
        new Batch(stores.meter(), (queue, delays) -> givenBack.putAll(delays)),
        new Housekeeping(
            stores.shops(),
            mortality.mortal(Links.class, stores.links()),
            List.of(
                mortality.mortal(PersonalData.class, stores.recipients()),
                mortality.mortal(PersonalData.class, stores.views()),
                mortality.mortal(PersonalData.class, stores.purchases()),
                mortality.mortal(PersonalData.class, stores.carts()),
                mortality.mortal(PersonalData.class, stores.deliveries())),
            new Housekeeping.Shopify(
                stores.tags(), new FreshCatalogue(stores.catalogue(), stores.source())),
            stores.friends(),
            stores.clock()));
  }

  private Optional<Menu> menu(LineUserId user) {
    return stores.friends().menuOf(HANAMICHI.id(), user);
  }

  private void link(ExampleShop shop, CustomerId customer, LineUserId user) {
    byte[] bytes = new byte[Nonce.BYTES];
    Arrays.fill(bytes, (byte) ++links);
    Nonce nonce = Nonce.of(bytes);
    Instant soon = NOW.plusSeconds(60);
    stores.links().open(new LinkAttempt(shop.id(), nonce.hash(), customer, EntryRoute.CHAT, soon));
    stores.links().complete(shop.id(), nonce, user, "event-" + links, NOW);
  }

  private void unlink(ExampleShop shop) {
    Link link = stores.links().find(shop.id(), List.of(CUSTOMER)).get(CUSTOMER);
    stores.links().end(link, NOW);
  }

  private void remember(ExampleShop shop, LineUserId user) {
    stores
        .recipients()
        .replace(
            RecipientState.unknown(shop.id(), user)
                .heard(new Friendship(Friendship.State.FRIEND, NOW)));
  }

  /** A person whom every store holds something about. */
  private void known(ExampleShop shop) {
    link(shop, CUSTOMER, HANA);
    remember(shop, HANA);
    LocalDate today = LocalDate.of(2026, 11, 21);
    ProductId bowl = new ProductId(1);
    stores.views().add(new ProductViewed(shop.id(), CUSTOMER, bowl, today, NOW, "event-1"));
    stores
        .purchases()
        .record(shop.id(), new Purchase(new OrderId(1), CUSTOMER, NOW, List.of(bowl), false));
    SendIntent intent =
        new SendIntent(
            shop.id(),
            new Addressee.Customer(CUSTOMER),
            new Subject.Viewed(today),
            Lane.BULK,
            NOW,
            NOW.plusSeconds(60));
    stores
        .deliveries()
        .record(List.of(new Delivery(intent, new Result.Sent("r"), Optional.empty(), NOW)));
  }

  private List<List<PersonalData.Holding>> holdings(ExampleShop shop) {
    Person person = Person.of(CUSTOMER, HANA);
    return List.of(
        stores.links().export(shop.id(), person),
        stores.recipients().export(shop.id(), person),
        stores.views().export(shop.id(), person),
        stores.purchases().export(shop.id(), person),
        stores.deliveries().export(shop.id(), person));
  }
}
