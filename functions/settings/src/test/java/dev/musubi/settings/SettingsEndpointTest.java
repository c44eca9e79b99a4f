package dev.musubi.settings;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.sending.Chore;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Standing;
import dev.musubi.testkit.functions.Stores;
import java.time.Duration;
import java.time.Instant;
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
      new SettingsEndpoint(new Registration(stores.shops(), stores.outbox(), stores.clock()));

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
