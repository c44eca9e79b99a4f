package dev.musubi.isolation;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.memory.MemorySender.Arrived;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two shops with the same LINE user and the same customer number, through every function. */
class IsolationTest {

  private static final Instant SUNDAY = Instant.parse("2026-11-22T14:00:00Z");
  private static final String TOKYO_AT_SIX = "2026-11-23T09:00:00Z";
  private static final String NEW_YORK_AT_SIX = "2026-11-23T23:00:00Z";
  private static final long BOWL = 100;

  private final Walk walk = new Walk(SUNDAY);

  @Test
  void a_whole_road_through_one_shop_leaves_no_trace_in_the_other() {
    Shop before = shop(KYOTO);
    road(HANAMICHI);
    walk.strike(TOKYO_AT_SIX);

    assertThat(walk.stores.sender().arrived())
        .extracting(Arrived::shop)
        .containsExactly(HANAMICHI.id());
    assertThat(holdings(HANAMICHI)).filteredOn(List::isEmpty).hasSize(1);
    assertThat(holdings(KYOTO)).allMatch(List::isEmpty);
    assertThat(walk.stores.tags().tagged(KYOTO.id(), CUSTOMER)).isFalse();
    assertThat(walk.stores.friends().menuOf(KYOTO.id(), HANA)).isEmpty();
    assertThat(walk.stores.catalogue().find(KYOTO.id(), List.of(new ProductId(BOWL)))).isEmpty();
    assertThat(shop(KYOTO).settings()).isEqualTo(before.settings());
    assertThat(shop(KYOTO).standing()).isEqualTo(before.standing());
  }

  @Test
  void each_shop_sends_what_was_looked_at_there_in_its_own_words_at_its_own_hour() {
    road(HANAMICHI);
    road(KYOTO);
    walk.strike(TOKYO_AT_SIX);
    assertThat(walk.stores.sender().arrived()).hasSize(1);
    walk.strike(NEW_YORK_AT_SIX);

    List<Arrived> arrived = walk.stores.sender().arrived();
    assertThat(arrived).extracting(Arrived::shop).containsExactly(HANAMICHI.id(), KYOTO.id());
    assertThat(arrived.getFirst().message().messages())
        .contains("hanamichi-tea.myshopify.com")
        .doesNotContain("kyoto-tea");
    assertThat(arrived.getLast().message().messages())
        .contains("kyoto-tea.myshopify.com")
        .doesNotContain("hanamichi-tea");
  }

  @Test
  void leaving_one_shop_in_every_way_changes_nothing_in_the_other() {
    road(HANAMICHI);
    road(KYOTO);
    List<List<PersonalData.Holding>> before = holdings(KYOTO);
    walk.stores.clock().advance(Duration.ofMinutes(10));

    walk.line(HANAMICHI, "postback", ",\"postback\":{\"data\":\"musubi:stop?kind=BROWSE\"}");
    walk.shopify(HANAMICHI, "orders/create", order());
    walk.shopify(HANAMICHI, "products/delete", "{\"id\":" + BOWL + "}");
    unlinkOnThePage(HANAMICHI);
    walk.line(HANAMICHI, "unfollow", "");
    walk.shopify(
        HANAMICHI,
        "customers/redact",
        "{\"shop_domain\":\"hanamichi-tea.myshopify.com\",\"customer\":{\"id\":" + CUSTOMER + "}}");
    walk.settings(HANAMICHI, Map.of("language", "en"));
    walk.shopify(HANAMICHI, "app/uninstalled", "{\"myshopify_domain\":null}");
    walk.settle();

    assertThat(walk.stores.links().customerOf(HANAMICHI.id(), HANA)).isEmpty();
    assertThat(holdings(KYOTO)).isEqualTo(before);
    assertThat(walk.stores.tags().tagged(KYOTO.id(), CUSTOMER)).isTrue();
    walk.strike(TOKYO_AT_SIX);
    assertThat(walk.stores.sender().arrived()).isEmpty();
    walk.strike(NEW_YORK_AT_SIX);
    assertThat(walk.stores.sender().arrived())
        .extracting(Arrived::shop)
        .containsExactly(KYOTO.id());
  }

  @Test
  void the_secrets_of_one_shop_open_no_route_of_the_other() {
    road(KYOTO);
    List<List<PersonalData.Holding>> before = holdings(KYOTO);
    String form = "token=" + formToken(KYOTO);
    String line =
        "{\"destination\":\"%s\",\"events\":[]}".formatted(KYOTO.secrets().line().destination());

    assertThat(walk.line(KYOTO, HANAMICHI, line)).isEqualTo(401);
    assertThat(walk.shopify(KYOTO, HANAMICHI, "app/uninstalled", "{\"myshopify_domain\":null}"))
        .isEqualTo(401);
    for (String route :
        List.of(
            "GET /proxy/visit", "GET /proxy/link", "GET /proxy/account", "POST /proxy/unlink")) {
      assertThat(
              walk.proxy(KYOTO, HANAMICHI, route, Map.of("linkToken", "t"), form).getStatusCode())
          .as(route)
          .isEqualTo(401);
    }
    assertThat(walk.view(KYOTO, walk.visitorToken(HANAMICHI), BOWL)).isEqualTo(401);
    walk.settle();
    assertThat(holdings(KYOTO)).isEqualTo(before);
  }

  /** Links, and looks at a product that the shop has. */
  private void road(ExampleShop shop) {
    walk.link(shop);
    walk.product(shop, BOWL, "bowl of " + shop.id());
    assertThat(walk.view(shop, walk.visitorToken(shop), BOWL)).isEqualTo(204);
    assertThat(walk.stores.links().customerOf(shop.id(), HANA)).contains(CUSTOMER);
    assertThat(walk.stores.tags().tagged(shop.id(), CUSTOMER)).isTrue();
  }

  private void unlinkOnThePage(ExampleShop shop) {
    String form = "token=" + formToken(shop);
    assertThat(walk.proxy(shop, shop, "POST /proxy/unlink", Map.of(), form).getStatusCode())
        .isEqualTo(200);
  }

  private String formToken(ExampleShop shop) {
    return Pattern.compile("name=\"token\" value=\"([^\"]*)\"")
        .matcher(walk.proxy(shop, "GET /proxy/account", Map.of()).getBody())
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static String order() {
    return """
        {"id":1,"customer":{"id":%s},"created_at":"2026-11-22T04:00:00Z",\
        "line_items":[{"product_id":%d}]}"""
        .formatted(CUSTOMER, BOWL);
  }

  private Shop shop(ExampleShop example) {
    return walk.stores.shops().find(example.id()).orElseThrow();
  }

  private List<List<PersonalData.Holding>> holdings(ExampleShop shop) {
    Person person = Person.of(CUSTOMER, HANA);
    return List.of(
        walk.stores.links().export(shop.id(), person),
        walk.stores.recipients().export(shop.id(), person),
        walk.stores.views().export(shop.id(), person),
        walk.stores.purchases().export(shop.id(), person),
        walk.stores.deliveries().export(shop.id(), person));
  }
}
