package dev.musubi.local.shopify.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything that Shopify holds of one shop. Not thread-safe: reached through {@link Shops} alone,
 * which holds its lock meanwhile.
 */
public final class Shop {
  private static final int NAMES_IN_AN_ERROR = 100;

  private ShopSpec spec;
  private boolean installed = true;
  private final Map<Long, Product> products = new LinkedHashMap<>();
  private final Map<Long, Customer> customers = new LinkedHashMap<>();
  private final Map<Long, Checkout> openCheckouts = new LinkedHashMap<>();
  private final Map<Long, Order> orders = new LinkedHashMap<>();
  private final Outbox outbox = new Outbox();
  private final AppAccess access = new AppAccess();
  private final Logins logins = new Logins();
  private final Metafields metafields = new Metafields();

  @JsonCreator
  Shop(@JsonProperty("spec") ShopSpec spec) {
    this.spec = spec;
  }

  Shop(ShopSpec spec, Instant now) {
    this.spec = spec;
    opened(spec, now);
  }

  /**
   * Takes the new credentials and addresses and adds new products; what is known stays as it is.
   */
  void opened(ShopSpec to, Instant now) {
    this.spec = to;
    this.installed = true;
    to.products().forEach(p -> products.putIfAbsent(p.id(), Product.opened(p, now)));
  }

  public ShopSpec spec() {
    return spec;
  }

  public boolean installed() {
    return installed;
  }

  /** The app is gone: its tokens are dead and its shop-specific subscriptions with it. */
  public void uninstalled() {
    installed = false;
    access.revokeTokens();
    outbox.shopSpecific(false);
  }

  public Outbox outbox() {
    return outbox;
  }

  public AppAccess access() {
    return access;
  }

  public Logins logins() {
    return logins;
  }

  public Metafields metafields() {
    return metafields;
  }

  public Collection<Product> products() {
    return List.copyOf(products.values());
  }

  public Optional<Product> product(long id) {
    return Optional.ofNullable(products.get(id));
  }

  public Optional<Product> product(String handle) {
    return products.values().stream().filter(p -> p.handle().equals(handle)).findFirst();
  }

  /**
   * What an act names: a product's handle or number, with {@code /<variant number>} behind it for a
   * variant that is not the first.
   */
  public Item item(String name) {
    String[] parts = name.split("/", 2);
    Product product =
        product(parts[0])
            .or(() -> Numbers.parse(parts[0]).flatMap(this::product))
            .orElseThrow(() -> new UnknownName("product", name, productNames()));
    if (parts.length == 1) {
      return new Item(product, product.firstVariant());
    }
    return product.variants().stream()
        .filter(v -> Long.toString(v.id()).equals(parts[1]))
        .findFirst()
        .map(v -> new Item(product, v))
        .orElseThrow(() -> new UnknownName("product", name, variantNames(product)));
  }

  private List<String> productNames() {
    return products.values().stream().map(Product::handle).toList();
  }

  private static List<String> variantNames(Product product) {
    return product.variants().stream().map(v -> product.handle() + "/" + v.id()).toList();
  }

  public Optional<Item> itemOfVariant(long variantId) {
    return find(v -> v.id() == variantId);
  }

  public Optional<Item> itemOfInventory(long inventoryItemId) {
    return find(v -> v.inventoryItemId() == inventoryItemId);
  }

  private Optional<Item> find(Predicate<Variant> which) {
    return products.values().stream()
        .flatMap(p -> p.variants().stream().map(v -> new Item(p, v)))
        .filter(item -> which.test(item.variant()))
        .findFirst();
  }

  public void put(Product product) {
    products.put(product.id(), product);
  }

  public Collection<Customer> customers() {
    return List.copyOf(customers.values());
  }

  public Optional<Customer> findCustomer(long id) {
    return Optional.ofNullable(customers.get(id));
  }

  public Customer customer(long id) {
    return findCustomer(id)
        .orElseThrow(() -> new UnknownName("customer", Long.toString(id), customerNames()));
  }

  private List<String> customerNames() {
    return customers.keySet().stream().limit(NAMES_IN_AN_ERROR).map(String::valueOf).toList();
  }

  public void put(Customer customer) {
    customers.put(customer.id(), customer);
  }

  public void removeCustomer(long id) {
    customers.remove(id);
    openCheckouts.remove(id);
    logins.forget(id);
    metafields.forget(Numbers.gid("Customer", id));
  }

  public Optional<Checkout> openCheckout(long customer) {
    return Optional.ofNullable(openCheckouts.get(customer));
  }

  public Optional<Checkout> openCheckout(String token) {
    return openCheckouts.values().stream().filter(c -> c.token().equals(token)).findFirst();
  }

  public void put(Checkout checkout) {
    if (checkout.completedAt().isPresent()) {
      openCheckouts.remove(checkout.customerId());
    } else {
      openCheckouts.put(checkout.customerId(), checkout);
    }
  }

  /** Oldest first. */
  public List<Order> orders() {
    return List.copyOf(orders.values());
  }

  public Optional<Order> order(long id) {
    return Optional.ofNullable(orders.get(id));
  }

  public int nextOrderNumber() {
    return 1001 + orders.size();
  }

  public void put(Order order) {
    orders.put(order.id(), order);
  }
}
