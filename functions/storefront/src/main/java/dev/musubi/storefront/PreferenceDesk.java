package dev.musubi.storefront;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Tie;
import dev.musubi.core.people.Wish;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Shops;
import dev.musubi.lambda.Answers;
import dev.musubi.lambda.Form;
import dev.musubi.lambda.ShopperPage;
import dev.musubi.shopify.events.FormToken;
import dev.musubi.shopify.events.ProxyRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The shopper's say on the shop's own pages: what reaches the LINE account that the customer who is
 * logged in is linked to. The buttons carry the commands of the chat.
 */
final class PreferenceDesk {

  private static final String PURPOSE = "preferences";

  private final Shops shops;
  private final Links links;
  private final RecipientBook recipients;

  PreferenceDesk(Shops shops, Links links, RecipientBook recipients) {
    this.shops = shops;
    this.links = links;
    this.recipients = recipients;
  }

  /** Somebody at the desk: a customer of a shop and the LINE account that is theirs now. */
  private record Visitor(Shop shop, CustomerId customer, LineUserId user) {}

  APIGatewayV2HTTPResponse show(
      ProxyRequest.Genuine request, Secrets.Shopify secrets, Instant now) {
    return visited(
        request,
        visitor -> {
          Wishes wishes = recipients.read(visitor.shop().id(), visitor.user()).wishes();
          return choices(visitor, wishes, Optional.empty(), secrets, now);
        });
  }

  /** Only a form of our own page, shown to the same customer, changes anything. */
  APIGatewayV2HTTPResponse change(
      APIGatewayV2HTTPEvent event,
      ProxyRequest.Genuine request,
      Secrets.Shopify secrets,
      Instant now) {
    Form form = Form.of(event);
    return visited(
        request,
        visitor -> {
          boolean ours =
              FormToken.verify(
                  form.field("token"),
                  visitor.shop().id(),
                  visitor.customer(),
                  PURPOSE,
                  secrets.clientSecrets(),
                  now);
          Optional<Wish> wish =
              ChatCommand.parse(form.field("wish"))
                  .filter(Wish.class::isInstance)
                  .map(Wish.class::cast)
                  .filter(w -> ours);
          return wish.map(w -> changed(visitor, w, secrets, now))
              .orElseGet(() -> page(400, PreferencePages.again(visitor.shop())));
        });
  }

  private APIGatewayV2HTTPResponse changed(
      Visitor visitor, Wish wish, Secrets.Shopify secrets, Instant now) {
    Wishes said = Wishes.NONE.with(wish, now, visitor.shop().zone());
    Wishes stand =
        recipients
            .change(visitor.shop().id(), visitor.user(), state -> state.wishing(said))
            .wishes();
    return choices(visitor, stand, Optional.of(wish), secrets, now);
  }

  private static APIGatewayV2HTTPResponse choices(
      Visitor visitor, Wishes wishes, Optional<Wish> done, Secrets.Shopify secrets, Instant now) {
    String token =
        FormToken.issue(
            visitor.shop().id(),
            visitor.customer(),
            PURPOSE,
            secrets.clientSecrets().getFirst(),
            now);
    Optional<Wish> heeded = done.filter(wish -> wishes.heeds(wish, now));
    return page(200, PreferencePages.choices(visitor.shop(), wishes, heeded, token, now));
  }

  private APIGatewayV2HTTPResponse visited(
      ProxyRequest.Genuine request, Function<Visitor, APIGatewayV2HTTPResponse> answer) {
    Optional<Shop> shop = shops.find(request.shop());
    if (shop.isEmpty()) {
      return Answers.empty(401);
    }
    if (request.customer().isEmpty()) {
      return page(200, PreferencePages.logIn(shop.get()));
    }
    CustomerId customer = request.customer().get();
    return Optional.ofNullable(links.find(request.shop(), List.of(customer)).get(customer))
        .flatMap(Link::current)
        .map(Tie::lineUser)
        .map(user -> answer.apply(new Visitor(shop.get(), customer, user)))
        .orElseGet(() -> page(200, PreferencePages.notLinked(shop.get())));
  }

  private static APIGatewayV2HTTPResponse page(int status, ShopperPage page) {
    return Answers.page(status, page.html());
  }
}
