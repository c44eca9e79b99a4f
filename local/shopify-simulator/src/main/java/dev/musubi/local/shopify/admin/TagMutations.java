package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.acts.CustomerActs;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Shop;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code tagsAdd} and {@code tagsRemove} for customers. They cause the same webhooks as a
 * merchant's tagging, so an app hears the echo of its own.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/tagsAdd">Shopify:
 *     tagsAdd</a>
 */
final class TagMutations {
  private static final int LONGEST_TAG = 40;
  private static final int MOST_TAGS = 250;

  private final CustomerActs customers;

  TagMutations(CustomerActs customers) {
    this.customers = customers;
  }

  private interface Change {
    void of(Shop shop, Customer customer, List<String> tags);
  }

  void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("tagsAdd", env -> change(env, customers::addTags))
                .dataFetcher("tagsRemove", env -> change(env, customers::removeTags)));
  }

  private static Map<String, Object> change(DataFetchingEnvironment env, Change change) {
    Resolve.requireScope(env, "write_customers");
    String id = env.getArgument("id");
    List<String> tags = env.getArgument("tags");
    Shop shop = Resolve.shop(env);
    Optional<Customer> customer = Numbers.ofGid("Customer", id).flatMap(shop::findCustomer);
    if (customer.isEmpty()) {
      return UserErrors.only("id", type(id) + " does not exist");
    }
    if (tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
      return UserErrors.only("tags", "Tags must be at most " + LONGEST_TAG + " characters long");
    }
    if (customer.get().tags().size() + tags.size() > MOST_TAGS) {
      return UserErrors.only("tags", "Tags must be at most " + MOST_TAGS);
    }
    change.of(shop, customer.get(), tags);
    return UserErrors.none("node", shop.customer(customer.get().id()));
  }

  private static String type(String gid) {
    String[] parts = gid.split("/");
    return parts.length == 5 ? parts[3] : "Node";
  }
}
