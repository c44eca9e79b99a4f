package dev.musubi.settings;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.sending.AtLine;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Ineligible;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.Untimely;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Standing;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.SeededEntropy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsEndpointTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final ShopId NEW = new ShopId("brand-new");
  private static final Map<String, Object> STOREFRONT =
      Map.of(
          "name", "新しい店",
          "origin", "https://brand-new.myshopify.com",
          "currency", "JPY",
          "lineBasicId", "@brandnew");

  private final Stores stores = Stores.ofTwoShops(NOW);
  private final SettingsEndpoint endpoint =
      new SettingsEndpoint(
          new Registration(stores.shops(), stores.outbox(), stores.clock()),
          new Rights(stores.exports(), stores.proofs(), stores.links()),
          new Accounts(stores.shops(), stores.deliveries()));

  @Test
  void naming_a_storefront_registers_a_shop_with_the_defaults_and_prepares_its_menus() {
    Map<String, Object> answer = ask(NEW, Map.of("storefront", STOREFRONT));

    assertThat(answer).containsEntry("shop", "brand-new").containsKey("settings");
    assertThat(shop(NEW).settings()).isEqualTo(Settings.defaults());
    assertThat(shop(NEW).storefront().proxyPath()).isEqualTo("/apps/line");
    assertThat(shop(NEW).installedAt()).isEqualTo(NOW);
    assertThat(stores.outbox().queued()).containsExactly(new Chore.SetUp(NEW));
  }

  @Test
  void the_answer_is_what_stands_now() {
    Map<String, Object> answer =
        ask(NEW, Map.of("storefront", STOREFRONT, "settings", browse(Map.of("at", "20:15"))));

    assertThat(browseOf(answer).get("at")).isEqualTo("20:15");
    assertThat(browseOf(answer).get("maxProducts")).isEqualTo(5);
    assertThat(shop(NEW).settings().kinds().browse().at()).isEqualTo(LocalTime.of(20, 15));
  }

  @Test
  void a_shop_that_nobody_registered_has_no_settings() {
    Map<String, Object> answer = ask(NEW, Map.of("settings", browse(Map.of("at", "19:00"))));

    assertThat(complaints(answer))
        .extracting(c -> String.valueOf(c.get("path")))
        .containsExactly("storefront");
    assertNothingWritten(NEW);
  }

  @Test
  void what_is_not_named_stays_as_it_was() {
    Settings before = shop(KYOTO.id()).settings();
    ask(KYOTO.id(), Map.of("settings", browse(Map.of("maxProducts", 3))));

    Settings after = shop(KYOTO.id()).settings();
    assertThat(after.kinds().browse().maxProducts()).isEqualTo(3);
    assertThat(after.kinds().browse().at()).isEqualTo(before.kinds().browse().at());
    assertThat(after.timeZone()).isEqualTo(before.timeZone());
    assertThat(after.language()).isEqualTo(before.language());
    assertThat(stores.outbox().queued()).isEmpty();
  }

  @Test
  void the_operators_read_who_asked_for_an_export_and_the_export_itself() {
    PersonalData.Holding holding = new PersonalData.Holding("viewed", "a bowl");
    stores
        .exports()
        .keep(
            new DataExport(
                KYOTO.id(),
                CUSTOMER,
                "9999",
                NOW,
                List.of(new DataExport.Section("views", List.of(holding)))));
    assertThat(ask(KYOTO.id(), Map.of("operation", "export")))
        .containsEntry("customers", List.of(CUSTOMER.toString()));
    assertThat(
            ask(KYOTO.id(), Map.of("operation", "export", "customer", CUSTOMER.number()))
                .get("exports"))
        .asString()
        .contains("request=9999", "store=views", "what=viewed, value=a bowl");
    assertThat(ask(HANAMICHI.id(), Map.of("operation", "export", "customer", CUSTOMER.number())))
        .containsEntry("exports", List.of());
  }

  @Test
  void the_operators_read_what_became_of_each_intent_of_the_shops_own_day() {
    Instant midnight = Instant.parse("2026-11-20T15:00:00Z"); // of November 21 in Tokyo
    judged(1, midnight.minusMillis(1), new Result.Sent("the day before"));
    judged(2, midnight, new Result.Sent("a"));
    judged(3, midnight.plusSeconds(1), new Result.Sent("b"));
    judged(4, NOW, new Result.Skipped(new Ineligible.NotLinked()));
    judged(5, NOW, new Result.Skipped(new Ineligible.NotLinked()));
    judged(6, NOW, new Result.Skipped(new Untimely.Stale(NOW)));
    judged(7, NOW, new Result.Refused(new AtLine.RefusedByLine("400")));
    judged(8, NOW, new Result.Unknown(new AtLine.Unsettled()));
    judged(9, NOW, new Result.Deferred(new AtLine.OutOfReach(NOW), NOW));
    judged(10, midnight.plus(Duration.ofDays(1)), new Result.Sent("the day after"));

    assertThat(ask(HANAMICHI.id(), Map.of("operation", "counts", "day", "2026-11-21")))
        .extractingByKey("counts")
        .asString()
        .isEqualTo(
            "{BROWSE={intents=8, sent=2, skipped={eligible=2, stale=1}, refused=1, unknown=1,"
                + " deferred=1}}");
    assertThat(ask(KYOTO.id(), Map.of("operation", "counts", "day", "2026-11-21")))
        .containsEntry("counts", Map.of());
  }

  private void judged(int customer, Instant due, Result result) {
    SendIntent intent =
        new SendIntent(
            HANAMICHI.id(),
            new Addressee.Customer(new CustomerId(customer)),
            new Subject.Viewed(LocalDate.of(2026, 11, 20)),
            Lane.BULK,
            due,
            due.plusSeconds(60));
    stores.deliveries().record(List.of(new Delivery(intent, result, Optional.empty(), due)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tomorrow", "2026-02-30"})
  void a_day_that_is_none_is_refused_with_a_sentence(String day) {
    assertThat(complaints(ask(KYOTO.id(), Map.of("operation", "counts", "day", day))))
        .singleElement()
        .asString()
        .contains("'day' must be a date like 2026-03-01");
  }

  @Test
  void the_operators_read_the_proofs_of_a_shop_or_of_one_customer_by_the_hash_alone() {
    String hash = stores.links().bury(KYOTO.id(), Person.of(CUSTOMER), NOW, new SeededEntropy(1));
    stores.proofs().save(ErasureProof.begin(KYOTO.id(), hash, NOW).holding("links", 1));
    stores.proofs().save(ErasureProof.begin(KYOTO.id(), "of-somebody-else", NOW));
    assertThat(ask(KYOTO.id(), Map.of("operation", "erasures")).get("erasures"))
        .asString()
        .contains("subject=" + hash, "of-somebody-else");
    assertThat(
            ask(KYOTO.id(), Map.of("operation", "erasures", "customer", CUSTOMER.toString()))
                .get("erasures"))
        .asString()
        .contains("found={links=1}")
        .doesNotContain("of-somebody-else", CUSTOMER.toString());
  }

  @ParameterizedTest
  @CsvSource({"shred, 1", "export, somebody", "erasures, -1"})
  void an_operation_that_there_is_not_or_about_no_number_is_refused(
      String operation, String customer) {
    assertThat(complaints(ask(KYOTO.id(), Map.of("operation", operation, "customer", customer))))
        .hasSize(1);
  }

  @Test
  void asking_for_nothing_tells_what_stands_and_writes_nothing() {
    Shop before = shop(KYOTO.id());

    assertThat(ask(KYOTO.id(), Map.of())).containsKey("settings");
    assertThat(shop(KYOTO.id())).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "at, 23:00",
    "at, 06:45",
    "at, 18:05",
    "at, tomorrow",
    "maxProducts, 0",
    "maxProducts, 11",
    "enabled, perhaps",
    "colour, red"
  })
  void an_invalid_document_is_refused_with_sentences_and_nothing_is_written(
      String field, String value) {
    Object typed = value.matches("[0-9]+") ? Integer.valueOf(value) : value;
    Map<String, Object> answer =
        ask(
            HANAMICHI.id(),
            Map.of("settings", with(browse(Map.of(field, typed)), "language", "en")));

    assertThat(complaints(answer))
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.get("path")).asString().isEqualTo("kinds.BROWSE." + field);
              assertThat(complaint.get("ja")).asString().containsPattern("\\p{IsHiragana}");
              assertThat(complaint.get("en")).asString().isNotBlank();
            });
    assertNothingWritten(HANAMICHI.id());
  }

  @Test
  void every_fault_of_a_document_is_told_at_once() {
    Map<String, Object> settings =
        Map.of("timeZone", "Mars/Olympus", "language", "tlh", "quotaReserve", -1);

    assertThat(complaints(ask(HANAMICHI.id(), Map.of("settings", settings))))
        .extracting(c -> String.valueOf(c.get("path")))
        .containsExactly("timeZone", "language", "quotaReserve");
  }

  @Test
  void a_document_that_is_refused_does_not_register_a_shop() {
    ask(NEW, Map.of("storefront", STOREFRONT, "settings", browse(Map.of("at", "18:01"))));

    assertNothingWritten(NEW);
  }

  static List<Map<String, Object>> storefronts() {
    return List.of(
        Map.of(),
        with(STOREFRONT, "origin", "http://brand-new.myshopify.com"),
        with(STOREFRONT, "origin", "https://brand-new.myshopify.com/path"),
        with(STOREFRONT, "origin", "not a uri at all"),
        with(STOREFRONT, "origin", 5),
        with(STOREFRONT, "currency", "SHELLS"),
        with(STOREFRONT, "proxyPath", "/apps"),
        with(STOREFRONT, "lineBasicId", "brandnew"));
  }

  @ParameterizedTest
  @MethodSource("storefronts")
  void a_storefront_that_can_not_be_is_refused(Map<String, Object> storefront) {
    assertThat(complaints(ask(NEW, Map.of("storefront", storefront)))).hasSize(1);
    assertNothingWritten(NEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UPPER", "../x", "brand-new.myshopify.com"})
  void what_is_no_handle_is_refused(String handle) {
    assertThat(complaints(endpoint.answer(Map.of("shop", handle)))).hasSize(1);
    assertThat(complaints(endpoint.answer(Map.of()))).hasSize(1);
    assertThat(complaints(endpoint.answer(Map.of("shop", 5)))).hasSize(1);
  }

  @Test
  void what_is_no_object_is_refused() {
    assertThat(complaints(ask(KYOTO.id(), Map.of("settings", List.of())))).hasSize(1);
    assertThat(complaints(ask(KYOTO.id(), Map.of("storefront", "x")))).hasSize(1);
  }

  @Test
  void naming_the_storefront_again_installs_a_shop_that_had_removed_the_app() {
    Shop before = shop(KYOTO.id());
    stores.shops().save(before.uninstalled(NOW));
    stores.clock().advance(Duration.ofDays(30));
    ask(
        KYOTO.id(),
        Map.of("storefront", with(STOREFRONT, "origin", "https://kyoto-tea.myshopify.com")));

    Shop after = shop(KYOTO.id());
    assertThat(after.standing()).isInstanceOf(Standing.Active.class);
    assertThat(after.installedAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    assertThat(after.nextRunAt()).isPresent();
    assertThat(after.settings()).isEqualTo(before.settings());
    assertThat(stores.outbox().queued()).containsExactly(new Chore.SetUp(KYOTO.id()));
  }

  @Test
  void a_removal_that_is_told_only_after_the_app_was_installed_again_is_known_to_be_older() {
    Shop before = shop(KYOTO.id());
    stores.clock().advance(Duration.ofDays(30));
    ask(KYOTO.id(), Map.of("storefront", STOREFRONT));

    Shop after = shop(KYOTO.id());
    assertThat(after.installedAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    assertThat(after.runs()).as("what is planned stays").isEqualTo(before.runs());
  }

  @Test
  void changing_the_settings_of_a_shop_that_removed_the_app_does_not_install_it_again() {
    stores.shops().save(shop(KYOTO.id()).uninstalled(NOW));
    ask(KYOTO.id(), Map.of("settings", browse(Map.of("at", "19:00"))));

    assertThat(shop(KYOTO.id()).standing()).isInstanceOf(Standing.Uninstalled.class);
    assertThat(shop(KYOTO.id()).nextRunAt())
        .as("a shop that removed the app has no runs")
        .isEmpty();
  }

  @Test
  void one_shops_settings_are_not_the_others() {
    Shop other = shop(HANAMICHI.id());
    ask(KYOTO.id(), Map.of("settings", browse(Map.of("maxProducts", 1))));

    assertThat(shop(HANAMICHI.id())).isEqualTo(other);
  }

  private Map<String, Object> ask(ShopId shop, Map<String, Object> request) {
    return endpoint.answer(with(request, "shop", shop.handle()));
  }

  private Shop shop(ShopId id) {
    return stores.shops().find(id).orElseThrow();
  }

  private void assertNothingWritten(ShopId id) {
    Optional<Shop> before = Stores.ofTwoShops(NOW).shops().find(id);
    assertThat(stores.shops().find(id)).isEqualTo(before);
    assertThat(stores.outbox().queued()).isEmpty();
  }

  private static Map<String, Object> browse(Map<String, Object> fields) {
    return Map.of("kinds", Map.of("BROWSE", fields));
  }

  private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }

  private static Map<?, ?> browseOf(Map<String, Object> answer) {
    Map<?, ?> kinds = (Map<?, ?>) ((Map<?, ?>) answer.get("settings")).get("kinds");
    return (Map<?, ?>) kinds.get("BROWSE");
  }

  private static List<Map<?, ?>> complaints(Map<String, Object> answer) {
    assertThat(answer).containsOnlyKeys("refused");
    return ((List<?>) answer.get("refused")).stream().<Map<?, ?>>map(c -> (Map<?, ?>) c).toList();
  }
}
