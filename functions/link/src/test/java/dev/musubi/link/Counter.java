package dev.musubi.link;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.Entropy;
import dev.musubi.shopify.events.ProxyDoor;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Between;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.testkit.memory.SeededEntropy;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The endpoint over ports in memory, visited through the shop's app proxy. */
final class Counter {

  static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  final Stores stores = Stores.ofTwoShops(NOW);

  /** Every attempt that was opened, as the store got it. */
  final List<LinkAttempt> opened = new ArrayList<>();

  private final Entropy entropy = new SeededEntropy(1);

  LinkEndpoint endpoint() {
    return endpoint(new Mortality(moment -> false));
  }

  LinkEndpoint endpoint(Mortality mortality) {
    Links links = mortality.mortal(Links.class, stores.links());
    Outbox outbox = mortality.mortal(Outbox.class, stores.outbox());
    return new LinkEndpoint(
        new ProxyDoor(stores.secrets()),
        stores.shops(),
        new LinkStart(watched(links), entropy, URI.create("https://access.line.me")),
        new Unlinking(links, outbox),
        stores.clock());
  }

  private Links watched(Links links) {
    return Between.with(
        Links.class,
        links,
        call -> {
          if (call.name().equals("open")) {
            opened.add((LinkAttempt) call.first());
          }
          return call.through();
        });
  }

  APIGatewayV2HTTPResponse get(
      ExampleShop shop, String page, String customer, Map<String, String> asked) {
    return get(page, Signed.query(shop, customer, stores.clock().instant(), asked));
  }

  APIGatewayV2HTTPResponse get(String page, String query) {
    return endpoint().answer(HttpCall.to("GET /proxy/" + page).query(query).event());
  }

  APIGatewayV2HTTPResponse unlink(ExampleShop shop, String customer, String form) {
    return endpoint().answer(unlinking(shop, customer, form).event());
  }

  HttpCall unlinking(ExampleShop shop, String customer, String form) {
    return HttpCall.to("POST /proxy/unlink")
        .query(Signed.query(shop, customer, stores.clock().instant(), Map.of()))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .bodyInBase64(form);
  }

  void linked(ExampleShop shop, CustomerId customer, LineUserId user) {
    byte[] bytes = new byte[Nonce.BYTES];
    Arrays.fill(bytes, (byte) customer.number());
    Nonce nonce = Nonce.of(bytes);
    Instant now = stores.clock().instant();
    stores
        .links()
        .open(
            new LinkAttempt(
                shop.id(), nonce.hash(), customer, EntryRoute.CHAT, now.plusSeconds(60)));
    stores.links().complete(shop.id(), nonce, user, "event-" + customer + user.value(), now);
  }

  void linked(ExampleShop shop) {
    linked(shop, CUSTOMER, HANA);
  }

  Link link(ExampleShop shop) {
    return Optional.ofNullable(stores.links().find(shop.id(), List.of(CUSTOMER)).get(CUSTOMER))
        .orElseGet(() -> Link.none(shop.id(), CUSTOMER));
  }

  boolean isLinked(ExampleShop shop) {
    return link(shop).current().isPresent();
  }

  /** Where the buttons and forms of a page lead, unescaped. */
  static List<String> waysOn(APIGatewayV2HTTPResponse page) {
    return Pattern.compile("(?:href|action)=\"([^\"]*)\"")
        .matcher(page.getBody())
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .toList();
  }

  /** The token in a page's form. */
  static String formToken(APIGatewayV2HTTPResponse page) {
    return Pattern.compile("name=\"token\" value=\"([^\"]*)\"")
        .matcher(page.getBody())
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
