package dev.musubi.aws.dynamodb;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.CatalogueEntry;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.wire.ProductCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link Catalogue} in the table of shopping: one versioned item a product. */
public final class DynamoCatalogue implements Catalogue {

  private static final String GONE_AT = "goneAt";

  private final Table table;
  private final InstantSource clock;
  private final ProductCodec codec = new ProductCodec();

  public DynamoCatalogue(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  @Override
  public Map<ProductId, ProductFacts> find(ShopId shop, List<ProductId> products) {
    Map<ProductId, ProductFacts> found = new LinkedHashMap<>();
    table.find(products.stream().map(product -> key(shop, product)).toList(), false).stream()
        .flatMap(item -> entry(Optional.of(item)).facts().stream())
        .forEach(facts -> found.put(facts.id(), facts));
    return found;
  }

  @Override
  public void heard(ShopId shop, ProductFacts facts) {
    change(shop, facts.id(), entry -> entry.heard(facts));
  }

  @Override
  public void heard(ShopId shop, ProductId product, ProductFacts.VariantStock stock) {
    change(shop, product, entry -> entry.heard(stock));
  }

  @Override
  public void gone(ShopId shop, ProductId product, Instant at) {
    change(shop, product, entry -> entry.gone(at));
  }

  private void change(ShopId shop, ProductId product, UnaryOperator<CatalogueEntry> by) {
    Patience patience = new Patience();
    Optional<Item> stored = table.find(key(shop, product));
    while (true) {
      CatalogueEntry entry = entry(stored);
      CatalogueEntry next = by.apply(entry);
      if (next.equals(entry)) {
        return;
      }
      Version seen = stored.map(Item::version).orElse(Version.NONE);
      Item item = item(key(shop, product).with(seen.next()), next);
      switch (table.put(item, Condition.still(seen))) {
        case Written.Done() -> {
          return;
        }
        case Written.Lost(Optional<Item> standing) -> {
          stored = standing;
          patience.again("a product changed");
        }
      }
    }
  }

  private Item item(Item key, CatalogueEntry entry) {
    Item item = key.expiring(clock.instant().plus(KEPT));
    Optional<ProductFacts> facts = entry.facts();
    if (facts.isPresent()) {
      return item.with(Item.DOCUMENT, codec.write(facts.get()));
    }
    return item.with(GONE_AT, entry.goneAt().orElseThrow().toString());
  }

  private CatalogueEntry entry(Optional<Item> item) {
    Optional<Item> live = item.filter(i -> i.live(clock.instant()));
    return new CatalogueEntry(
        live.flatMap(i -> i.find(Item.DOCUMENT)).map(codec::read),
        live.flatMap(i -> i.find(GONE_AT)).map(Instant::parse));
  }

  private static Item key(ShopId shop, ProductId product) {
    return Item.key(shop + "#product#" + product, "product");
  }
}
