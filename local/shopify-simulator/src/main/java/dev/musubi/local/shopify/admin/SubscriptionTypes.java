package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.from;

import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.shop.Subscription;
import dev.musubi.local.shopify.webhook.WebhookSettings;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shop-specific webhook subscriptions. The app-specific ones of {@code shopify.app.toml} are never
 * listed here. Addresses on loopback may be plain http, which Shopify would refuse.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/subscribe">Shopify: subscribing</a>
 */
final class SubscriptionTypes {
  private static final String ADDRESS = "webhookSubscription.callbackUrl";
  private static final int LONGEST_NAME = 50;

  private final Shops shops;

  SubscriptionTypes(Shops shops) {
    this.shops = shops;
  }

  void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type("QueryRoot", query -> query.dataFetcher("webhookSubscriptions", this::list))
        .type(
            "Mutation",
            mutation ->
                mutation
                    .dataFetcher("webhookSubscriptionCreate", this::create)
                    .dataFetcher("webhookSubscriptionDelete", this::delete))
        .type("WebhookSubscription", SubscriptionTypes::subscription);
  }

  private Object list(DataFetchingEnvironment env) {
    List<String> topics = env.getArgument("topics");
    String uri = env.getArgument("uri");
    List<Subscription> matching =
        Resolve.shop(env).outbox().subscriptions().stream()
            .filter(s -> topics == null || topics.contains(constant(s.topic())))
            .filter(s -> uri == null || uri.equals(s.uri().toString()))
            .toList();
    return Connection.of(matching, env);
  }

  private Object create(DataFetchingEnvironment env) {
    Shop shop = Resolve.shop(env);
    String topic = topic(env.getArgument("topic"));
    Map<String, Object> input = env.getArgument("webhookSubscription");
    Optional<URI> address = address(String.valueOf(input.get("uri")));
    Optional<String> name = Optional.ofNullable(input.get("name")).map(String::valueOf);
    if (!mayBeTold(shop, topic)) {
      return UserErrors.only(
          "webhookSubscription.topic",
          "You cannot create a webhook subscription with the specified topic");
    }
    if (name.filter(n -> n.length() > LONGEST_NAME).isPresent()) {
      return UserErrors.only("webhookSubscription.name", "Name is too long");
    }
    return refusal(shop, topic, address)
        .map(reason -> UserErrors.only(ADDRESS, reason))
        .orElseGet(() -> made(shop, topic, address.orElseThrow(), name, fields(input)));
  }

  private static Optional<String> refusal(Shop shop, String topic, Optional<URI> address) {
    if (address.isEmpty()) {
      return Optional.of("Address is invalid");
    }
    URI uri = address.get();
    if (!uri.getScheme().equals("https") && !loopback(uri)) {
      return Optional.of("Address protocol " + uri.getScheme() + ":// is not supported");
    }
    return shop.outbox().subscriptions().stream()
        .filter(s -> s.topic().equals(topic) && s.uri().equals(uri))
        .findFirst()
        .map(taken -> "Address for this topic has already been taken");
  }

  private Map<String, Object> made(
      Shop shop, String topic, URI address, Optional<String> name, List<String> fields) {
    Subscription made =
        new Subscription(shops.identifiers().number(), topic, address, name, fields, shops.now());
    shop.outbox().put(made);
    return UserErrors.none("webhookSubscription", made);
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

  private static List<String> fields(Map<String, Object> input) {
    return input.get("includeFields") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(new URI(text)).filter(u -> u.isAbsolute() && u.getHost() != null);
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean loopback(URI address) {
    return address.getScheme().equals("http") && address.getHost().equals("127.0.0.1");
  }

  private Object delete(DataFetchingEnvironment env) {
    String id = env.getArgument("id");
    boolean deleted =
        Numbers.ofGid("WebhookSubscription", id)
            .filter(Resolve.shop(env).outbox()::removeSubscription)
            .isPresent();
    return deleted
        ? UserErrors.none("deletedWebhookSubscriptionId", id)
        : UserErrors.only("id", "Webhook subscription does not exist");
  }

  private static TypeRuntimeWiring.Builder subscription(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", of(s -> Numbers.gid("WebhookSubscription", s.id())))
        .dataFetcher("legacyResourceId", of(Subscription::id))
        .dataFetcher("topic", of(s -> constant(s.topic())))
        .dataFetcher("format", of(s -> "JSON"))
        .dataFetcher("uri", of(s -> s.uri().toString()))
        .dataFetcher("name", of(s -> s.name().orElse(null)))
        .dataFetcher("createdAt", of(s -> s.createdAt().truncatedTo(ChronoUnit.SECONDS)))
        .dataFetcher("updatedAt", of(s -> s.createdAt().truncatedTo(ChronoUnit.SECONDS)))
        .dataFetcher(
            "apiVersion",
            of(
                s ->
                    Map.of(
                        "handle", AdminApi.VERSION,
                        "displayName", AdminApi.VERSION,
                        "supported", true)));
  }

  private static DataFetcher<Object> of(Function<Subscription, Object> value) {
    return from(Subscription.class, (shop, s) -> value.apply(s));
  }

  /** {@code customer.tags_added} is {@code CUSTOMER_TAGS_ADDED} in the API. */
  private static String constant(String topic) {
    return topic.replace('/', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static String topic(String constant) {
    return WebhookSettings.everyTopic().stream()
        .filter(topic -> constant(topic).equals(constant))
        .findFirst()
        .orElseThrow();
  }
}
