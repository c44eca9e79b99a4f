package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.Tombstone;
import dev.musubi.wire.CartCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link Carts} in the table of shopping: an item a checkout, an item for each checkout under its
 * customer, by which it is found again for that customer's rights, and the tombstones by
 * themselves.
 */
public final class DynamoCarts implements Carts {

  private static final String CART = "cart";

  private final Table table;
  private final Graves graves;
  private final InstantSource clock;
  private final CartCodec codec = new CartCodec();

  public DynamoCarts(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.graves = new Graves(this.table, clock);
    this.clock = clock;
  }

  @Override
  public Map<CheckoutToken, Cart> find(ShopId shop, List<CheckoutToken> checkouts) {
    Map<CheckoutToken, Cart> found = new HashMap<>();
    for (Item item : table.find(checkouts.stream().map(t -> key(shop, t)).toList(), true)) {
      if (item.live(clock.instant())) {
        Cart cart = read(item);
        found.put(cart.newest().token(), cart);
      }
    }
    return found;
  }

  @Override
  public Saved save(Cart cart) {
    return table.transact(puts(cart)) ? Saved.DONE : Saved.LOST;
  }

  /** The cart and the line under its customer are written together, or a right could miss it. */
  private List<TransactWriteItem> puts(Cart cart) {
    Instant expires = cart.usedAt().plus(KEPT);
    List<TransactWriteItem> puts = new ArrayList<>();
    puts.add(
        put(
            key(cart.shop(), cart.newest().token())
                .with(Item.DOCUMENT, codec.write(cart))
                .with(cart.version().next())
                .expiring(expires),
            unchanged(cart.version())));
    cart.newest()
        .customer()
        .map(customer -> line(cart.shop(), customer, cart.newest().token()).expiring(expires))
        .ifPresent(line -> puts.add(put(line, Condition.of(""))));
    return puts;
  }

  /** What has expired counts as gone, though it may still stand there. */
  private Condition unchanged(Version seen) {
    return seen.equals(Version.NONE)
        ? Condition.of("attribute_not_exists(pk) OR expiresAt <= :now")
            .with(":now", Item.number(clock.instant().getEpochSecond()))
        : Condition.still(seen);
  }

  private TransactWriteItem put(Item item, Condition condition) {
    return TransactWriteItem.builder()
        .put(
            p -> {
              p.tableName(table.name()).item(item.attributes());
              if (!condition.expression().isEmpty()) {
                p.conditionExpression(condition.expression())
                    .expressionAttributeValues(condition.valuesOrNull());
              }
            })
        .build();
  }

  @Override
  public void bury(ShopId shop, Names names, Tombstone tombstone) {
    graves.bury(shop, names, tombstone);
  }

  @Override
  public Map<CheckoutToken, Tombstone> tombstones(ShopId shop, List<Checkout> checkouts) {
    return graves.of(shop, checkouts);
  }

  @Override
  public void erase(ShopId shop, Person person) {
    person.customer().ifPresent(customer -> lines(shop, customer).forEach(this::erase));
  }

  /** The line goes last: whoever dies in between still finds the cart by it. */
  private void erase(Line line) {
    Patience patience = new Patience();
    for (Optional<Cart> cart = cart(line); cart.isPresent(); cart = cart(line)) {
      Item key = key(line.shop(), line.checkout());
      if (table.delete(key, Condition.still(cart.get().version())).done()) {
        break;
      }
      patience.again("a cart changed");
    }
    table.delete(line.key());
  }

  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {
    if (!from.equals(to)) {
      lines(shop, from).forEach(line -> move(line, to));
    }
  }

  private void move(Line line, CustomerId to) {
    Patience patience = new Patience();
    for (Optional<Cart> cart = cart(line); cart.isPresent(); cart = cart(line)) {
      if (save(cart.get().of(to)) == Saved.DONE) {
        break;
      }
      patience.again("a cart changed");
    }
    table.delete(line.key());
  }

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    return person.customer().stream()
        .flatMap(customer -> lines(shop, customer).stream())
        .flatMap(line -> cart(line).stream())
        .map(Cart::holding)
        .toList();
  }

  /** A checkout that is or was a customer's. */
  private record Line(ShopId shop, CustomerId customer, CheckoutToken checkout) {
    Item key() {
      return DynamoCarts.line(shop, customer, checkout);
    }
  }

  private List<Line> lines(ShopId shop, CustomerId customer) {
    return table
        .all(
            query ->
                query
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Item.text(under(shop, customer))))
                    .consistentRead(true))
        .stream()
        .map(item -> new Line(shop, customer, new CheckoutToken(item.get(Item.SK))))
        .toList();
  }

  /** The cart of a line, unless it has become somebody else's. */
  private Optional<Cart> cart(Line line) {
    return table
        .find(key(line.shop(), line.checkout()))
        .map(this::read)
        .filter(cart -> cart.newest().customer().equals(Optional.of(line.customer())));
  }

  private Cart read(Item item) {
    return codec.read(item.get(Item.DOCUMENT)).with(item.version());
  }

  private static Item key(ShopId shop, CheckoutToken checkout) {
    return Item.key(shop + "#checkout#" + checkout, CART);
  }

  private static Item line(ShopId shop, CustomerId customer, CheckoutToken checkout) {
    return Item.key(under(shop, customer), checkout.value());
  }

  private static String under(ShopId shop, CustomerId customer) {
    return shop + "#carts#" + customer;
  }
}
