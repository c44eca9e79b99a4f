package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.acts.CustomerActs;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.shop.Shops;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ties the served part of Shopify's schema to the shops. */
final class AdminSchema {
  private AdminSchema() {}

  static GraphQLSchema of(Shops shops, CustomerActs customers) {
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    Scalars.all().forEach(wiring::scalar);
    ProductTypes.wire(wiring);
    CustomerTypes.wire(wiring);
    OrderTypes.wire(wiring);
    FulfillmentTypes.wire(wiring);
    MetafieldTypes.wire(wiring);
    SubscriptionTypes.wire(wiring);
    new TagMutations(customers).wire(wiring);
    new MetafieldMutations(shops).wire(wiring);
    new SubscriptionMutations(shops).wire(wiring);
    wiring
        .type(
            "QueryRoot",
            query ->
                query
                    .dataFetcher("node", env -> node(env, env.getArgument("id")).orElse(null))
                    .dataFetcher("nodes", AdminSchema::nodes)
                    .dataFetcher("shop", env -> shop(Resolve.shop(env).spec()))
                    .dataFetcher("appInstallation", AdminSchema::installation))
        .type(
            "Node",
            type -> type.typeResolver(env -> env.getSchema().getObjectType(type(env.getObject()))))
        .type(
            "Media", type -> type.typeResolver(env -> env.getSchema().getObjectType("MediaImage")))
        .type(
            "DisplayableError",
            type -> type.typeResolver(env -> env.getSchema().getObjectType("UserError")));
    return new SchemaGenerator()
        .makeExecutableSchema(new SchemaParser().parse(sdl()), wiring.build());
  }

  private static String sdl() {
    try (InputStream in = AdminSchema.class.getResourceAsStream("schema.graphqls")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Object> nodes(DataFetchingEnvironment env) {
    List<String> ids = env.getArgument("ids");
    List<Object> found = new ArrayList<>();
    ids.forEach(id -> found.add(node(env, id).orElse(null)));
    return found;
  }

  /** Unknown numbers and types that are not served are null, as on Shopify. */
  private static Optional<?> node(DataFetchingEnvironment env, String id) {
    Shop shop = Resolve.shop(env);
    String[] parts = id.split("/");
    Optional<Long> number = parts.length == 5 ? Numbers.parse(parts[4]) : Optional.empty();
    if (!id.startsWith("gid://shopify/") || number.isEmpty()) {
      throw Resolve.error("Invalid global id '" + id + "'", "RESOURCE_NOT_FOUND");
    }
    return switch (parts[3]) {
      case "Product" -> allowed(env, "read_products", shop.product(number.get()));
      case "ProductVariant" -> allowed(env, "read_products", shop.itemOfVariant(number.get()));
      case "InventoryItem" ->
          allowed(
              env,
              "read_inventory",
              shop.itemOfInventory(number.get()).map(ProductTypes.Inventory::new));
      case "Customer" -> allowed(env, "read_customers", shop.findCustomer(number.get()));
      case "Order" -> allowed(env, "read_orders", shop.order(number.get()));
      case "Fulfillment" ->
          allowed(env, "read_fulfillments", FulfillmentTypes.find(shop, number.get()));
      default -> Optional.empty();
    };
  }

  private static Optional<?> allowed(DataFetchingEnvironment env, String scope, Optional<?> node) {
    Resolve.requireScope(env, scope);
    return node;
  }

  private static String type(Object node) {
    return switch (node) {
      case Product _ -> "Product";
      case Item _ -> "ProductVariant";
      case ProductTypes.Inventory _ -> "InventoryItem";
      case Customer _ -> "Customer";
      case Order _ -> "Order";
      case FulfillmentTypes.Parcel _ -> "Fulfillment";
      default -> throw new IllegalStateException("no node: " + node.getClass());
    };
  }

  private static Map<String, Object> shop(ShopSpec spec) {
    return Map.of(
        "id", Numbers.gid("Shop", spec.number()),
        "name", spec.name(),
        "myshopifyDomain", spec.domain(),
        "ianaTimezone", spec.market().timeZone().getId(),
        "currencyCode", spec.market().currency().getCurrencyCode());
  }

  private static Map<String, Object> installation(DataFetchingEnvironment env) {
    ShopSpec spec = Resolve.shop(env).spec();
    List<Map<String, String>> scopes =
        spec.app().scopes().stream().map(scope -> Map.of("handle", scope)).toList();
    return Map.of("id", Numbers.gid("AppInstallation", spec.number()), "accessScopes", scopes);
  }
}
