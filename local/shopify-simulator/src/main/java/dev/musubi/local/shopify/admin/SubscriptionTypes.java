package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.from;
import static dev.musubi.local.shopify.admin.Resolve.seconds;

import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Subscription;
import dev.musubi.local.shopify.webhook.WebhookSettings;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shop-specific webhook subscriptions. The app-specific ones of {@code shopify.app.toml} are never
 * listed here.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/subscribe">Shopify: subscribing</a>
 */
final class SubscriptionTypes {
  private SubscriptionTypes() {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            "QueryRoot",
            query ->
                query
                    .dataFetcher("webhookSubscriptions", SubscriptionTypes::list)
                    .dataFetcher("webhookSubscription", SubscriptionTypes::one))
        .type("WebhookSubscription", SubscriptionTypes::subscription);
  }

  private static Object list(DataFetchingEnvironment env) {
    List<String> topics = env.getArgument("topics");
    String uri = env.getArgument("uri");
    List<Connection.Entry> matching =
        Resolve.shop(env).outbox().subscriptions().stream()
            .filter(s -> topics == null || topics.contains(constant(s.topic())))
            .filter(s -> uri == null || uri.equals(s.uri().toString()))
            .map(s -> new Connection.Entry(s.id(), s.id(), s))
            .toList();
    return Connection.sorted(matching, env);
  }

  private static Object one(DataFetchingEnvironment env) {
    return find(Resolve.shop(env), env.getArgument("id")).orElse(null);
  }

  static Optional<Subscription> find(Shop shop, String gid) {
    return Numbers.ofGid("WebhookSubscription", gid).flatMap(shop.outbox()::subscription);
  }

  private static TypeRuntimeWiring.Builder subscription(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", of(s -> Numbers.gid("WebhookSubscription", s.id())))
        .dataFetcher("legacyResourceId", of(Subscription::id))
        .dataFetcher("topic", of(s -> constant(s.topic())))
        .dataFetcher("format", of(s -> "JSON"))
        .dataFetcher("uri", of(s -> s.uri().toString()))
        .dataFetcher("callbackUrl", of(s -> s.uri().toString()))
        .dataFetcher("name", of(s -> s.name().orElse(null)))
        .dataFetcher("filter", of(s -> s.terms().filter().orElse(null)))
        .dataFetcher("includeFields", of(s -> s.terms().includeFields()))
        .dataFetcher("metafieldNamespaces", of(s -> List.of()))
        .dataFetcher("createdAt", of(s -> seconds(s.createdAt())))
        .dataFetcher("updatedAt", of(s -> seconds(s.updatedAt())))
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

  static String topic(String constant) {
    return WebhookSettings.everyTopic().stream()
        .filter(topic -> constant(topic).equals(constant))
        .findFirst()
        .orElseThrow();
  }
}
