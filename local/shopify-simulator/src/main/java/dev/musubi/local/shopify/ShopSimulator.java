package dev.musubi.local.shopify;

import dev.musubi.local.shopify.acts.CustomerActs;
import dev.musubi.local.shopify.acts.MerchantActs;
import dev.musubi.local.shopify.acts.OrderActs;
import dev.musubi.local.shopify.acts.ShippingActs;
import dev.musubi.local.shopify.acts.ShopperActs;
import dev.musubi.local.shopify.admin.AdminApi;
import dev.musubi.local.shopify.admin.Fault;
import dev.musubi.local.shopify.admin.HowOften;
import dev.musubi.local.shopify.shop.Call;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Logins;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.shop.UnknownName;
import dev.musubi.local.shopify.storefront.AppProxy;
import dev.musubi.local.shopify.storefront.Pixel;
import dev.musubi.local.shopify.storefront.ProxyAnswer;
import dev.musubi.local.shopify.storefront.SessionToken;
import dev.musubi.local.shopify.storefront.Storefront;
import dev.musubi.local.shopify.webhook.Activity;
import dev.musubi.local.shopify.webhook.WebhookSettings;
import dev.musubi.local.shopify.webhook.Webhooks;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shopify on loopback: many shops with storefront, app proxy, web pixel, webhooks and Admin GraphQL
 * API, for one app that is not told the difference. Thread-safe; all times are the given clock's,
 * save how long an answer may take.
 */
public final class ShopSimulator implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Shops shops;
  private final Webhooks webhooks;
  private final ShopperActs shoppers;
  private final MerchantActs merchants;
  private final CustomerActs customers;
  private final OrderActs orders;
  private final ShippingActs shipping;
  private final AdminApi admin;
  private final AppProxy proxy;
  private final Pixel pixel;
  private final Javalin server;

  private ShopSimulator(InstantSource clock, WebhookSettings settings, Activity activity) {
    shops = new Shops(clock);
    webhooks = new Webhooks(shops, settings, activity);
    shoppers = new ShopperActs(shops, webhooks);
    merchants = new MerchantActs(shops, webhooks);
    customers = new CustomerActs(shops, webhooks);
    orders = new OrderActs(shops, webhooks);
    shipping = new ShippingActs(shops, webhooks);
    admin = new AdminApi(shops, customers);
    proxy = new AppProxy(shops);
    pixel = new Pixel(shops, proxy);
    Storefront storefront = new Storefront(shops, shoppers, proxy);
    server =
        Javalin.create(
                config -> {
                  configure(config);
                  admin.routes(config);
                  storefront.routes(config);
                })
            .start(LOOPBACK, 0);
  }

  /** Starts on a free port of loopback. */
  public static ShopSimulator start(
      InstantSource clock, WebhookSettings settings, Activity activity) {
    return new ShopSimulator(clock, settings, activity);
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.exception(
        UnknownName.class, (unknown, ctx) -> ctx.status(404).json(Map.of("errors", "Not Found")));
  }

  public URI base() {
    return URI.create("http://" + LOOPBACK + ":" + server.port());
  }

  /**
   * Opens a shop, or gives a known one its new credentials and addresses and keeps what it holds.
   */
  public void addShop(ShopSpec spec) {
    shops.open(spec);
    shops.change(spec.handle(), webhooks::subscribe);
  }

  /**
   * Adds a customer, or replaces one of the same number; nobody is told. The phone is in E.164
   * form.
   */
  public void addCustomer(
      String shop, long id, String name, String locale, Optional<String> phone) {
    addCustomer(shop, id, name, locale, phone, List.of());
  }

  /** The same with tags, as of somebody who has been there for a while. */
  public void addCustomer(
      String shop, long id, String name, String locale, Optional<String> phone, List<String> tags) {
    Customer added = new Customer(id, name, locale, phone, tags, shops.now(), shops.now());
    shops.change(shop, s -> s.put(added));
  }

  public ShopperActs shoppers() {
    return shoppers;
  }

  public MerchantActs merchants() {
    return merchants;
  }

  public CustomerActs customers() {
    return customers;
  }

  public OrderActs orders() {
    return orders;
  }

  public ShippingActs shipping() {
    return shipping;
  }

  public Webhooks webhooks() {
    return webhooks;
  }

  /** A request below {@code /apps/line} by whoever is logged in, signed and forwarded. */
  public ProxyAnswer proxy(
      String shop, Optional<Long> loggedIn, String method, String pathAndQuery, String body) {
    return proxy.forward(shop, loggedIn, method, pathAndQuery, body);
  }

  /** When the app proxy learns of a login. */
  public void loginSeen(String shop, Logins.Seen seen) {
    shops.change(shop, s -> s.logins().seen(seen));
  }

  public Logins.Seen loginSeen(String shop) {
    return shops.in(shop, s -> s.logins().seen());
  }

  /** A session token as a UI extension gets it on the pages of who is logged in, or of nobody. */
  public String sessionToken(String shop, Optional<Long> customer) {
    return shops.in(
        shop, s -> SessionToken.of(s.spec(), customer, shops.now(), shops.identifiers().uuid()));
  }

  /** A customer lets the shop use what they look at, or does not; the pixel loads accordingly. */
  public void consent(String shop, long customer, boolean given) {
    shops.change(shop, s -> s.logins().consent(s.customer(customer).id(), given));
  }

  /** What a logged-in customer's browser does on a product's page, as often as told. */
  public Pixel.Viewed view(String shop, long customer, String product, int times) {
    return pixel.view(shop, customer, product, times);
  }

  /** The Admin GraphQL operations that came with a live token, in the order of arrival. */
  public List<Call> calls(String shop) {
    return shops.in(shop, s -> s.access().calls());
  }

  public List<String> tags(String shop, long customer) {
    return shops.in(shop, s -> s.customer(customer).tags());
  }

  /** The number of the variant that {@code product} or {@code product/variant} names. */
  public long variant(String shop, String name) {
    return shops.in(shop, s -> s.item(name).variant().id());
  }

  /** The products with their prices and stock of now. */
  public List<Product> products(String shop) {
    return shops.in(shop, s -> List.copyOf(s.products()));
  }

  public void fault(Fault fault, HowOften howOften) {
    admin.fault(fault, howOften);
  }

  /** Ends every fault, of the API and of webhooks. */
  public void clearFaults() {
    admin.clearFaults();
    webhooks.calm();
  }

  public String save() {
    return shops.save();
  }

  /**
   * Replaces everything by what {@link #save} gave; open the shops again to set their addresses.
   */
  public void load(String json) {
    shops.load(json);
    webhooks.resume();
  }

  /** Forgets every shop and fault. */
  public void clear() {
    shops.clear();
    webhooks.resume();
    admin.clearFaults();
  }

  @Override
  public void close() {
    server.stop();
    webhooks.close();
    pixel.close();
    proxy.close();
  }
}
