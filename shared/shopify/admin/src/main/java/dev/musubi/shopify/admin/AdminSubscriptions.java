package dev.musubi.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ShopTopic;
import dev.musubi.core.shopping.Subscriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The shop-specific subscriptions. Those of the app's own configuration are not listed by the Admin
 * API.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/webhookSubscriptionCreate">webhookSubscriptionCreate</a>
 */
public final class AdminSubscriptions implements Subscriptions {

  private final AdminClient client;
  private final URI api;

  /** {@code api} is the address of this stack, without a slash at its end. */
  public AdminSubscriptions(AdminClient client, URI api) {
    this.client = client;
    this.api = api;
  }

  @Override
  public List<ShopTopic> complete(ShopId shop, List<ShopTopic> topics) {
    String address = api + "/shopify/" + shop;
    Set<String> sent = sent(shop, address);
    List<ShopTopic> missing =
        topics.stream().filter(topic -> !sent.contains(topic.name())).toList();
    missing.forEach(topic -> create(shop, topic, address));
    return missing;
  }

  private Set<String> sent(ShopId shop, String address) {
    Set<String> sent = new HashSet<>();
    Optional<String> after = Optional.empty();
    do {
      ObjectNode variables = client.variables().put("uri", address);
      after.ifPresent(cursor -> variables.put("after", cursor));
      JsonNode page =
          client
              .call(shop, Operation.WEBHOOK_SUBSCRIPTIONS, variables)
              .path("webhookSubscriptions");
      for (JsonNode node : page.path("nodes")) {
        if (node.path("uri").asText().equals(address)) {
          sent.add(node.path("topic").asText());
        }
      }
      JsonNode info = page.path("pageInfo");
      after =
          Optional.ofNullable(info.path("endCursor").textValue())
              .filter(cursor -> info.path("hasNextPage").asBoolean());
    } while (after.isPresent());
    return sent;
  }

  private void create(ShopId shop, ShopTopic topic, String address) {
    ObjectNode variables = client.variables().put("topic", topic.name()).put("uri", address);
    JsonNode errors =
        client
            .call(shop, Operation.WEBHOOK_SUBSCRIPTION_CREATE, variables)
            .at("/webhookSubscriptionCreate/userErrors");
    if (!errors.isEmpty()) {
      throw new UncheckedIOException(
          new IOException(
              "Shopify refused to send "
                  + topic.topic()
                  + ": "
                  + errors.path(0).path("message").asText()));
    }
  }
}
