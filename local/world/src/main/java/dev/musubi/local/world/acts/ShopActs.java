package dev.musubi.local.world.acts;

import dev.musubi.local.shopify.ShopSimulator;
import dev.musubi.local.shopify.acts.OrderChoice;
import dev.musubi.local.shopify.acts.Purchase;
import dev.musubi.local.shopify.acts.ShippingActs.News;
import dev.musubi.local.shopify.acts.ShippingActs.Sending;
import dev.musubi.local.shopify.shop.ParcelState;
import dev.musubi.local.shopify.shop.Payment;
import dev.musubi.local.shopify.shop.SalesChannel;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.world.acts.Acts.Scene;
import dev.musubi.local.world.people.People;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.web.Body;
import dev.musubi.local.world.web.Problem;
import java.util.List;
import java.util.Optional;

/** What people and merchants do in the shop itself, told to the product by webhooks alone. */
final class ShopActs {
  private static final int MOST_ITEMS = 1_000_000;

  private final ShopSimulator shop;
  private final People people;

  ShopActs(ShopSimulator shop, People people) {
    this.shop = shop;
    this.people = people;
  }

  Caused act(String act, Scene scene) {
    String handle = scene.handle();
    Body body = scene.body();
    return switch (act) {
      case "cart" -> shop.shoppers().cart(handle, scene.customer(), scene.product(), items(body));
      case "buy" -> shop.shoppers().buy(handle, scene.customer(), purchase(body));
      case "pay" -> shop.orders().pay(handle, order(scene));
      case "cancel" -> shop.orders().cancel(handle, order(scene), body.flag("restock", true));
      case "refund" ->
          shop.orders().refund(handle, order(scene), quantity(body), body.flag("restock", false));
      case "ship" -> shop.shipping().ship(handle, order(scene), sending(body));
      case "parcel" -> shop.shipping().update(handle, order(scene), news(body));
      case "tag" -> shop.customers().tag(handle, scene.customer(), List.of(body.text("tag")));
      case "untag" -> shop.customers().untag(handle, scene.customer(), List.of(body.text("tag")));
      case "erase" -> shop.customers().erase(handle, scene.customer());
      case "export" -> shop.customers().export(handle, scene.customer());
      case "delete-customer" -> shop.customers().delete(handle, scene.customer());
      default -> merchant(act, scene);
    };
  }

  private Caused merchant(String act, Scene scene) {
    String handle = scene.handle();
    return switch (act) {
      case "stock" -> stock(scene);
      case "price" -> shop.merchants().price(handle, scene.product(), scene.body().amount("to"));
      case "publish" -> shop.merchants().publish(handle, scene.product());
      case "unpublish" -> shop.merchants().unpublish(handle, scene.product());
      case "uninstall" -> shop.merchants().uninstall(handle);
      case "redact-shop" -> shop.merchants().redactShop(handle);
      default -> throw new IllegalStateException("no act of the shop: " + act);
    };
  }

  /** The {@code person} is kept, the one named by {@code with} becomes part of them. */
  Caused merge(Scene scene) {
    PersonEntry kept = scene.someone();
    PersonEntry other = people.require(scene.handle(), scene.body().text("with"));
    boolean deletionFirst = scene.body().flag("deletionFirst", false);
    Caused caused =
        shop.customers()
            .merge(scene.handle(), kept.customerId(), other.customerId(), deletionFirst);
    people.merged(kept, other);
    return caused;
  }

  private static int items(Body body) {
    return body.number("quantity", 1, MOST_ITEMS, 1);
  }

  private static Optional<Integer> quantity(Body body) {
    return body.has("quantity") ? Optional.of(items(body)) : Optional.empty();
  }

  private static OrderChoice order(Scene scene) {
    return new OrderChoice(
        scene.person().map(PersonEntry::customerId), scene.body().optionalText("order"));
  }

  private static Purchase purchase(Body body) {
    return new Purchase(
        body.optionalText("product"),
        items(body),
        body.optionalText("payment").map(Payment::named).orElse(Payment.CARD),
        body.optionalText("source").map(SalesChannel::named).orElse(SalesChannel.WEB),
        body.flag("test", false),
        body.flag("apart", false));
  }

  private static Sending sending(Body body) {
    return new Sending(
        quantity(body),
        body.optionalText("company"),
        body.optionalText("number"),
        !body.flag("tracked", true));
  }

  private static News news(Body body) {
    News news =
        new News(
            body.optionalText("company"),
            body.optionalText("number"),
            body.optionalText("status").map(ParcelState::named));
    if (news.company().isEmpty() && news.number().isEmpty() && news.state().isEmpty()) {
      throw Problem.bad("Give 'number', 'company' or 'status': what is new about the parcel.");
    }
    return news;
  }

  private Caused stock(Scene scene) {
    Body body = scene.body();
    String handle = scene.handle();
    if (body.has("tracked") || body.has("oversold")) {
      return shop.merchants()
          .selling(handle, scene.product(), flag(body, "tracked"), flag(body, "oversold"));
    }
    int to = body.number("to", 0, MOST_ITEMS);
    return body.optionalText("location")
        .map(location -> shop.merchants().stock(handle, scene.product(), location, to))
        .orElseGet(() -> shop.merchants().stock(handle, scene.product(), to));
  }

  private static Optional<Boolean> flag(Body body, String name) {
    return body.has(name) ? Optional.of(body.flag(name)) : Optional.empty();
  }
}
