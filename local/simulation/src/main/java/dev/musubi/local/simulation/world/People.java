package dev.musubi.local.simulation.world;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.plan.ShopPlan;
import dev.musubi.local.simulation.plan.Storm;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what the plan says people and merchants do, through the product's own doors. */
final class People {

  private static final Pattern LINK = Pattern.compile("link\\?linkToken=([^&\"]+)&[^\"]*at=(\\d+)");
  private static final Pattern TOKEN = Pattern.compile("\"visitorToken\":\"([^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_TRIES = 40;

  private final Ground ground;
  private final List<ShopPlan> shops;
  private final Functions functions;
  private final Requests requests;
  private final LinePlatform line;
  private final Storefronts storefronts;
  private final Webhooks webhooks;
  private final RestockPages restocks;
  private final Money money;
  private final Map<Integer, String> newestTerms = new HashMap<>();

  People(
      Ground ground, Plan plan, Functions functions, LinePlatform line, Storefronts storefronts) {
    this.ground = ground;
    this.shops = plan.shops();
    this.functions = functions;
    this.requests = new Requests(ground.agenda().clock(), plan.shops());
    this.line = line;
    this.storefronts = storefronts;
    this.webhooks = new Webhooks(ground);
    this.restocks = new RestockPages(ground, functions, requests);
    this.money = new Money(ground, plan.end(), this::act);
    line.onNotice(this::noticed);
  }

  void act(Act act) {
    switch (act.deed()) {
      case Deed.InChat chat -> chat(act, chat);
      case Deed.AtShopify shopify -> atShopify(act, shopify);
      case Deed.SeeNotice(int customer, String tag) -> seen(act, tag);
      case Deed.View(int customer, int product) -> view(act, customer, product);
      case Deed.Wish(int customer, int product) -> {
        ground.history().acted(act);
        ground.history().answered(act, restocks.wish(act, customer, product));
      }
      case Deed.TakeBack(int customer, int product) -> {
        ground.history().acted(act);
        insist(act, 1, () -> restocks.takeBack(act, customer, product));
      }
      case Deed.UnlinkAtShop(int customer) -> {
        ground.history().acted(act);
        insist(act, 1, () -> unlinkAtShop(act, customer));
      }
      case Deed.Change(ShopPlan.Terms terms) -> {
        ground.history().acted(act);
        newestTerms.put(act.shop(), act.id());
        insist(act, 1, () -> overtaken(act) || settings(act, terms.document(), false));
      }
      case Deed.Reinstall reinstall -> {
        ground.history().acted(act);
        insist(act, 1, () -> settings(act, new LinkedHashMap<>(), true));
      }
    }
  }

  private void chat(Act act, Deed.InChat deed) {
    boolean friend = line.friend(act.shop(), deed.account());
    boolean possible = deed instanceof Deed.Follow ? !friend : friend;
    if (!possible) {
      return;
    }
    if (deed instanceof Deed.Follow || deed instanceof Deed.Block) {
      line.friend(act.shop(), deed.account(), deed instanceof Deed.Follow);
    }
    ground.history().acted(act);
    String token = "reply-" + act.id();
    if (deed instanceof Deed.AskLink(int account, int customer)) {
      line.awaitReply(
          token, act.shop(), account, (json, at) -> linkOffered(act, account, customer, json));
    }
    String body = requests.line(act, deed, token);
    webhooks.tell(
        act,
        Storm.Target.LINE,
        "line-webhook",
        () -> functions.lineWebhook().apply(requests.lineCall(act.shop(), body)).getStatusCode());
  }

  /** It shows at once, after the person has agreed to it hours later, or never. */
  private void noticed(int shop, int customer, String tag) {
    Chance chance = ground.fate().amount("notice " + shop + " " + tag);
    if (chance.happens(0.85)) {
      Duration most = chance.happens(0.7) ? Duration.ofSeconds(20) : Duration.ofHours(20);
      Duration until = chance.between(Duration.ofSeconds(1), most);
      String id = shops.get(shop).handle() + "-notice-" + tag;
      ground
          .agenda()
          .after(
              until,
              () ->
                  act(new Act(id, ground.agenda().now(), shop, new Deed.SeeNotice(customer, tag))));
    }
  }

  private void seen(Act act, String tag) {
    ground.history().acted(act);
    String body = requests.delivery(act, tag);
    webhooks.tell(
        act,
        Storm.Target.LINE,
        "line-webhook",
        () -> functions.lineWebhook().apply(requests.lineCall(act.shop(), body)).getStatusCode());
  }

  private void linkOffered(Act act, int account, int customer, String json) {
    Matcher url = LINK.matcher(json);
    if (url.find()) {
      Map<String, String> query = new TreeMap<>();
      query.put("linkToken", url.group(1));
      query.put("route", "RICH_MENU");
      query.put("at", url.group(2));
      Duration think =
          ground.fate().between("thinks " + act.id(), Duration.ofSeconds(3), Duration.ofMinutes(4));
      ground.agenda().after(think, () -> open(act, account, customer, query, 1));
    }
  }

  /** Opens the shop's page; logs in first, confirms what it asks, tries again when it fails. */
  private void open(Act act, int account, int customer, Map<String, String> query, int attempt) {
    boolean loggedIn = attempt > 1 || ground.fate().amount("logged in " + act.id()).happens(0.8);
    Optional<APIGatewayV2HTTPResponse> answer =
        run(
            "link",
            "link for " + act.id() + ", try " + attempt,
            () ->
                functions
                    .link()
                    .apply(
                        requests.proxy(
                            "GET /proxy/link", act.shop(), loggedIn ? customer : 0, query, "")));
    String to =
        answer.map(APIGatewayV2HTTPResponse::getHeaders).map(h -> h.get("location")).orElse("");
    int nonce = to.indexOf("&nonce=");
    if (nonce > 0) {
      confirm(act, account, customer, query.get("linkToken"), to.substring(nonce + 7));
    } else if (attempt < 5) {
      Map<String, String> again = new TreeMap<>(query);
      again.put(loggedIn && answer.isPresent() ? "again" : "login", "1");
      Duration pause = Duration.ofSeconds(20);
      ground.agenda().after(pause, () -> open(act, account, customer, again, attempt + 1));
    }
  }

  private void confirm(Act act, int account, int customer, String linkToken, String nonce) {
    Instant minted = ground.agenda().now();
    Duration reads =
        ground.fate().between("confirms " + act.id(), Duration.ofSeconds(2), Duration.ofMinutes(2));
    ground
        .agenda()
        .after(
            reads,
            () -> {
              if (line.opens(linkToken, act.shop(), account)) {
                Deed deed = new Deed.Confirm(account, customer, minted, nonce);
                act(new Act(act.id() + "c", ground.agenda().now(), act.shop(), deed));
              }
            });
  }

  private static Optional<String> checkout(int customer, int cart) {
    return cart == 0 ? Optional.empty() : Optional.of(Deed.Checkout.token(customer, cart));
  }

  /** Without its order nothing of it can happen, as when the order is left out of a story. */
  private boolean possible(Act act, Deed.AtShopify deed) {
    return switch (deed) {
      case Deed.Cancel cancel -> storefronts.orders().stands(act.shop(), cancel.order());
      case Deed.Pay pay -> storefronts.orders().stands(act.shop(), pay.order());
      case Deed.Refund refund -> storefronts.orders().stands(act.shop(), refund.order());
      case Deed.Ship ship -> storefronts.orders().knows(act.shop(), ship.order());
      case Deed.Deliver deliver ->
          storefronts.orders().knows(act.shop(), deliver.order())
              && storefronts.orders().parcel(act.shop(), deliver.order()).isPresent();
      case Deed.Checkout checkout -> true;
      case Deed.Buy buy -> true;
      case Deed.Redact redact -> true;
      case Deed.AskData ask -> true;
      case Deed.Delete delete -> true;
      case Deed.Merge merge -> true;
      case Deed.Stock stock -> true;
      case Deed.Units units -> true;
      case Deed.Publish publish -> true;
      case Deed.Uninstall uninstall -> true;
    };
  }

  private void atShopify(Act act, Deed.AtShopify deed) {
    if (!possible(act, deed)) {
      return;
    }
    switch (deed) {
      case Deed.Stock(int product, boolean sellable) ->
          storefronts.stock(act.shop(), product, sellable);
      case Deed.Publish(int product, boolean published) ->
          storefronts.publish(act.shop(), product, published);
      case Deed.Units(int product, int units) -> storefronts.units(act.shop(), product, units);
      case Deed.Buy(int customer, int product, int cart) -> {
        boolean unpaid = money.later(act);
        storefronts
            .orders()
            .place(
                act.shop(),
                Numbers.order(act),
                customer,
                product,
                checkout(customer, cart),
                unpaid);
      }
      case Deed.Pay(int customer, int order) -> storefronts.orders().pay(act.shop(), order);
      case Deed.Refund(int customer, int order) -> storefronts.orders().refund(act.shop(), order);
      case Deed.AskData ask -> {}
      case Deed.Delete delete -> {}
      case Deed.Merge merge ->
          storefronts.orders().merge(act.shop(), merge.customer(), merge.kept());
      case Deed.Checkout checkout -> {}
      case Deed.Cancel(int customer, int order) -> storefronts.orders().cancel(act.shop(), order);
      case Deed.Ship(int customer, int order) -> storefronts.orders().ship(act.shop(), order);
      case Deed.Deliver(int customer, int order) -> storefronts.orders().deliver(act.shop(), order);
      case Deed.Redact redact -> {}
      case Deed.Uninstall uninstall -> {}
    }
    ground.history().acted(act);
    Instant at = ground.agenda().now();
    String topic = topic(act, deed);
    String body = body(act, deed, topic);
    webhooks.tell(
        act,
        Storm.Target.SHOPIFY,
        "shopify-webhook",
        () ->
            functions
                .shopifyWebhook()
                .apply(requests.shopify(act, topic, body, at))
                .getStatusCode());
  }

  private String topic(Act act, Deed.AtShopify deed) {
    boolean other = ground.fate().amount("topic " + act.id()).happens(0.5);
    return switch (deed) {
      case Deed.Buy buy ->
          other || storefronts.orders().unpaid(act.shop(), Numbers.order(act))
              ? "orders/create"
              : "orders/paid";
      case Deed.Pay pay -> other ? "orders/paid" : "orders/updated";
      case Deed.Refund refund -> "orders/updated";
      case Deed.AskData ask -> "customers/data_request";
      case Deed.Delete delete -> "customers/delete";
      case Deed.Merge merge -> "customers/merge";
      case Deed.Units units ->
          other && storefronts.crossed(act.shop(), units.product())
              ? units.units() > 0 ? "variants/in_stock" : "variants/out_of_stock"
              : "inventory_levels/update";
      case Deed.Checkout checkout ->
          storefronts.checkouts().begins(act.shop(), checkout.token())
              ? "checkouts/create"
              : "checkouts/update";
      case Deed.Cancel cancel -> other ? "orders/cancelled" : "orders/updated";
      case Deed.Ship ship -> other ? "fulfillments/create" : "orders/updated";
      case Deed.Deliver deliver -> "fulfillments/update";
      case Deed.Redact redact -> "customers/redact";
      case Deed.Uninstall uninstall -> "app/uninstalled";
      case Deed.Publish publish -> "products/update";
      case Deed.Stock stock -> {
        String variant = stock.sellable() ? "variants/in_stock" : "variants/out_of_stock";
        yield other ? "products/update" : variant;
      }
    };
  }

  private String body(Act act, Deed.AtShopify deed, String topic) {
    return switch (deed) {
      case Deed.Buy buy -> storefronts.orders().order(act.shop(), Numbers.order(act));
      case Deed.Checkout checkout ->
          storefronts
              .checkouts()
              .checkout(
                  act.shop(),
                  shops.get(act.shop()).handle(),
                  checkout.token(),
                  checkout.customer(),
                  checkout.product());
      case Deed.Cancel cancel -> storefronts.orders().order(act.shop(), cancel.order());
      case Deed.Pay pay -> storefronts.orders().order(act.shop(), pay.order());
      case Deed.Refund refund -> storefronts.orders().order(act.shop(), refund.order());
      case Deed.AskData(int customer) ->
          Requests.dataRequest(domain(act.shop()), customer, Numbers.order(act));
      case Deed.Delete(int customer) -> Requests.deleted(customer);
      case Deed.Merge(int customer, int kept) -> Requests.merged(customer, kept);
      case Deed.Units units ->
          topic.startsWith("variants")
              ? storefronts.variant(act.shop(), units.product())
              : storefronts.level(act.shop(), units.product());
      case Deed.Ship(int customer, int order) ->
          topic.startsWith("orders")
              ? storefronts.orders().order(act.shop(), order)
              : storefronts.orders().parcel(act.shop(), order).orElseThrow();
      case Deed.Deliver deliver ->
          storefronts.orders().parcel(act.shop(), deliver.order()).orElseThrow();
      case Deed.Redact(int customer) ->
          "{\"shop_domain\":\"%s\",\"customer\":{\"id\":%d}}"
              .formatted(domain(act.shop()), customer);
      case Deed.Uninstall uninstall -> "{\"myshopify_domain\":\"" + domain(act.shop()) + "\"}";
      case Deed.Publish(int product, boolean published) -> storefronts.product(act.shop(), product);
      case Deed.Stock(int product, boolean sellable) ->
          topic.startsWith("products")
              ? storefronts.product(act.shop(), product)
              : storefronts.variant(act.shop(), product);
    };
  }

  private String domain(int shop) {
    return shops.get(shop).handle() + ".myshopify.com";
  }

  private void view(Act act, int customer, int product) {
    ground.history().acted(act);
    Optional<String> token =
        run(
                "storefront",
                "storefront for " + act.id(),
                () ->
                    functions
                        .storefront()
                        .apply(
                            requests.proxy(
                                "GET /proxy/visit", act.shop(), customer, new TreeMap<>(), "")))
            .flatMap(answer -> found(TOKEN, answer.getBody()));
    boolean counted =
        token
            .flatMap(
                visitor ->
                    run(
                        "beacon",
                        "beacon for " + act.id(),
                        () -> functions.beacon().apply(requests.pixel(act, product, visitor))))
            .filter(answer -> answer.getStatusCode() == 204)
            .isPresent();
    ground.history().answered(act, counted);
  }

  private boolean unlinkAtShop(Act act, int customer) {
    Optional<String> form =
        run(
                "link",
                "account page for " + act.id(),
                () ->
                    functions
                        .link()
                        .apply(
                            requests.proxy(
                                "GET /proxy/account", act.shop(), customer, new TreeMap<>(), "")))
            .filter(answer -> answer.getStatusCode() == 200)
            .map(APIGatewayV2HTTPResponse::getBody);
    if (form.isEmpty()) {
      return false;
    }
    Optional<String> token = found(FORM, form.get());
    return token.isEmpty()
        || run(
                "link",
                "unlink for " + act.id(),
                () ->
                    functions
                        .link()
                        .apply(
                            requests.proxy(
                                "POST /proxy/unlink",
                                act.shop(),
                                customer,
                                new TreeMap<>(),
                                "token=" + token.get())))
            .filter(answer -> answer.getStatusCode() == 200)
            .isPresent();
  }

  private boolean settings(Act act, Map<String, Object> document, boolean storefront) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("shop", shops.get(act.shop()).handle());
    request.put("settings", document);
    if (storefront) {
      request.put("storefront", Requests.storefront(shops.get(act.shop())));
    }
    return run("settings", "settings for " + act.id(), () -> functions.settings().apply(request))
        .filter(answer -> answer.containsKey("settings"))
        .isPresent();
  }

  /** Nobody asks again for terms that they have changed since. */
  private boolean overtaken(Act act) {
    return !act.id().equals(newestTerms.get(act.shop()));
  }

  /** Who gets no answer tries again, for a day. */
  private void insist(Act act, int attempt, Supplier<Boolean> deed) {
    boolean done = deed.get();
    ground.history().answered(act, done);
    if (!done && attempt < MOST_TRIES) {
      Duration pause = Duration.ofMinutes(attempt);
      ground.agenda().after(pause, () -> insist(act, attempt + 1, deed));
    }
  }

  private <T> Optional<T> run(String function, String name, Supplier<T> work) {
    return ground.perils().run(function, name, PATIENCE, List.of(), work);
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
