package dev.musubi.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.shop.ShopId;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The tag of who is linked, set and removed by itself: a customer's other tags are not touched.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/tagsAdd">tagsAdd</a>
 */
public final class AdminTags implements CustomerTags {

  private final AdminClient client;

  public AdminTags(AdminClient client) {
    this.client = client;
  }

  @Override
  public void linked(ShopId shop, CustomerId customer, boolean present) {
    ObjectNode variables = client.variables();
    variables.put("id", "gid://shopify/Customer/" + customer);
    variables.putArray("tags").add(LINKED);
    Operation operation = present ? Operation.TAGS_ADD : Operation.TAGS_REMOVE;
    JsonNode result =
        client.call(shop, operation, variables).path(present ? "tagsAdd" : "tagsRemove");
    for (JsonNode error : result.path("userErrors")) {
      boolean gone = result.path("node").isNull() && error.at("/field/0").asText().equals("id");
      if (!gone) {
        throw new UncheckedIOException(
            new IOException(
                "Shopify refused " + operation + " because of " + error.at("/field/0").asText()));
      }
    }
  }
}
