package dev.musubi.link;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.shop.Entropy;
import dev.musubi.core.shop.Shop;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Use case: a shopper comes from the chat with a link token; who is logged in goes on to LINE with
 * a fresh nonce, who is not logs in first.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/linking-accounts/">Linking
 *     accounts</a>
 */
final class LinkStart {

  /**
   * LINE's link token lives ten minutes; who comes later than this is not sent into LINE's bare
   * error page.
   */
  static final Duration IN_TIME = Duration.ofMinutes(9);

  /** Long enough for LINE to deliver the confirmation late, or again. */
  static final Duration NONCE_GOOD_FOR = Duration.ofHours(1);

  private final Links links;
  private final Entropy entropy;
  private final URI lineAccess;

  LinkStart(Links links, Entropy entropy, URI lineAccess) {
    this.links = links;
    this.entropy = entropy;
    this.lineAccess = lineAccess;
  }

  /** What the shopper asked with; {@code loggedIn} is Shopify's word, the rest is anybody's. */
  record Request(
      Optional<CustomerId> loggedIn,
      Optional<String> linkToken,
      EntryRoute route,
      Optional<Instant> issued,
      boolean cameFromLogin,
      boolean linkAnew) {

    Request {
      Objects.requireNonNull(loggedIn, "'loggedIn' must not be null");
      Objects.requireNonNull(linkToken, "'linkToken' must not be null");
      Objects.requireNonNull(route, "'route' must not be null");
      Objects.requireNonNull(issued, "'issued' must not be null");
    }
  }

  /** Where the shopper goes next. */
  sealed interface Next {

    record To(URI address) implements Next {}

    record Show(Page page) implements Next {}
  }

  Next next(Shop shop, Request request, Instant now) {
    boolean late = request.issued().filter(at -> at.plus(IN_TIME).isBefore(now)).isPresent();
    if (request.linkToken().isEmpty() || late) {
      return new Next.Show(Pages.tooLate(shop));
    }
    String token = request.linkToken().get();
    if (request.loggedIn().isEmpty()) {
      URI login = login(shop, token, request);
      return request.cameFromLogin()
          ? new Next.Show(Pages.logIn(shop, login.toASCIIString()))
          : new Next.To(login);
    }
    CustomerId customer = request.loggedIn().get();
    if (!request.linkAnew() && linked(shop, customer)) {
      return new Next.Show(Pages.alreadyLinked(shop, here(shop, token, request) + "&again=1"));
    }
    return new Next.To(dialog(shop, customer, token, request.route(), now));
  }

  private boolean linked(Shop shop, CustomerId customer) {
    return Optional.ofNullable(links.find(shop.id(), List.of(customer)).get(customer))
        .flatMap(Link::current)
        .isPresent();
  }

  private URI dialog(Shop shop, CustomerId customer, String token, EntryRoute route, Instant now) {
    Nonce nonce = Nonce.of(entropy.bytes(Nonce.BYTES));
    links.open(new LinkAttempt(shop.id(), nonce.hash(), customer, route, now.plus(NONCE_GOOD_FOR)));
    return URI.create(
        lineAccess
            + "/dialog/bot/accountLink?linkToken="
            + encode(token)
            + "&nonce="
            + nonce.value());
  }

  private static URI login(Shop shop, String token, Request request) {
    String back = here(shop, token, request) + "&login=1";
    return shop.storefront().login(back);
  }

  private static String here(Shop shop, String token, Request request) {
    return shop.storefront().proxyPath()
        + "/link?linkToken="
        + encode(token)
        + "&route="
        + request.route()
        + request.issued().map(at -> "&at=" + at.getEpochSecond()).orElse("");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
