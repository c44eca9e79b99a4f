package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.search.MalformedQuery;
import dev.musubi.local.shopify.search.SearchQuery;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.shop.Subscription;
import dev.musubi.local.shopify.shop.Subscription.Terms;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes, changes and deletes shop-specific webhook subscriptions. Addresses on loopback may be
 * plain http, which Shopify would refuse.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/webhookSubscriptionCreate">Shopify:
 *     webhookSubscriptionCreate</a>
 */
final class SubscriptionMutations {
  /** Shopify names the older argument whichever was given. */
  private static final String ADDRESS = "webhookSubscription.callbackUrl";

  private static final int LONGEST_NAME = 50;

  private final Shops shops;

  SubscriptionMutations(Shops shops) {
    this.shops = shops;
  }

  void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("webhookSubscriptionCreate", this::create)
                .dataFetcher("webhookSubscriptionUpdate", this::update)
                .dataFetcher("webhookSubscriptionDelete", SubscriptionMutations::delete));
  }

  private Object create(DataFetchingEnvironment env) {
    Shop shop = Resolve.shop(env);
    String topic = SubscriptionTypes.topic(env.getArgument("topic"));
    if (!mayBeTold(shop, topic)) {
      return UserErrors.only(
          "webhookSubscription.topic",
          "You cannot create a webhook subscription with the specified topic");
    }
    Subscription blank =
        Subscription.made(
            shops.identifiers().number(), topic, Terms.to(URI.create("")), shops.now());
    return put(shop, blank, env.getArgument("webhookSubscription"));
  }

  private Object update(DataFetchingEnvironment env) {
    Shop shop = Resolve.shop(env);
    return SubscriptionTypes.find(shop, env.getArgument("id"))
        .map(known -> put(shop, known, env.getArgument("webhookSubscription")))
        .orElseGet(() -> UserErrors.only("id", "Webhook subscription does not exist"));
  }

  /** With what the input says, and as it was in what the input leaves out. */
  private Map<String, Object> put(Shop shop, Subscription before, Map<String, Object> input) {
    Optional<String> address = text(input, "uri").or(() -> text(input, "callbackUrl"));
    Optional<URI> uri =
        address.isPresent() ? address.flatMap(SubscriptionMutations::parsed) : known(before);
    if (uri.isEmpty()) {
      return UserErrors.only(
          ADDRESS, address.isPresent() ? "Address is invalid" : "Address can't be blank");
    }
    Terms old = before.terms();
    Terms terms =
        new Terms(
            uri.get(),
            input.containsKey("name") ? text(input, "name") : old.name(),
            input.containsKey("filter") ? text(input, "filter") : old.filter(),
            input.containsKey("includeFields") ? fields(input) : old.includeFields());
    Subscription after = before.with(terms, shops.now());
    return wrong(shop, after)
        .orElseGet(
            () -> {
              shop.outbox().put(after);
              return UserErrors.none("webhookSubscription", after);
            });
  }

  private static Optional<URI> known(Subscription before) {
    return Optional.of(before.uri()).filter(URI::isAbsolute);
  }

  private static Optional<Map<String, Object>> wrong(Shop shop, Subscription wanted) {
    URI uri = wanted.uri();
    if (wanted.name().filter(n -> n.length() > LONGEST_NAME).isPresent()) {
      return refusal("webhookSubscription.name", "Name is too long");
    }
    if (wanted.terms().filter().filter(f -> !isQuery(f)).isPresent()) {
      return refusal(
          "webhookSubscription.filter",
          "The specified filter is invalid, please ensure you specify the field(s) you wish to filter on.");
    }
    if (!uri.getScheme().equals("https") && !loopback(uri)) {
      return refusal(ADDRESS, "Address protocol " + uri.getScheme() + ":// is not supported");
    }
    boolean taken =
        shop.outbox().subscriptions().stream()
            .filter(s -> s.id() != wanted.id() && s.topic().equals(wanted.topic()))
            .anyMatch(s -> sameAddress(s, wanted));
    return taken
        ? refusal(ADDRESS, "Address for this topic has already been taken")
        : Optional.empty();
  }

  /** Two of one address are allowed only if their filters tell them apart. */
  private static boolean sameAddress(Subscription one, Subscription other) {
    return one.uri().equals(other.uri()) && one.terms().filter().equals(other.terms().filter());
  }

  private static Optional<Map<String, Object>> refusal(String path, String message) {
    return Optional.of(UserErrors.only(path, message));
  }

  private static boolean isQuery(String filter) {
    try {
      return !SearchQuery.parse(filter).fields().isEmpty();
    } catch (MalformedQuery malformed) {
      return false;
    }
  }

  /** Nobody has to be allowed to hear of the own removal. */
  private static boolean mayBeTold(Shop shop, String topic) {
    return topic.startsWith("app/") || shop.spec().app().mayUse(scope(topic));
  }

  /** What an app has to be allowed to read before it is told of it. */
  private static String scope(String topic) {
    return switch (topic.split("/")[0]) {
      case "checkouts", "orders", "refunds" -> "read_orders";
      case "fulfillments" -> "read_fulfillments";
      case "inventory_levels" -> "read_inventory";
      case "products", "variants" -> "read_products";
      default -> topic.equals("customers/merge") ? "read_customer_merge" : "read_customers";
    };
  }

  private static Optional<String> text(Map<String, Object> input, String name) {
    return Optional.ofNullable(input.get(name)).map(String::valueOf);
  }

  private static List<String> fields(Map<String, Object> input) {
    return input.get("includeFields") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text)).filter(u -> u.isAbsolute() && u.getHost() != null);
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean loopback(URI address) {
    return address.getScheme().equals("http") && address.getHost().equals("127.0.0.1");
  }

  private static Object delete(DataFetchingEnvironment env) {
    Shop shop = Resolve.shop(env);
    String id = env.getArgument("id");
    return SubscriptionTypes.find(shop, id)
        .filter(known -> shop.outbox().removeSubscription(known.id()))
        .map(gone -> UserErrors.none("deletedWebhookSubscriptionId", id))
        .orElseGet(() -> UserErrors.only("id", "Webhook subscription does not exist"));
  }
}
