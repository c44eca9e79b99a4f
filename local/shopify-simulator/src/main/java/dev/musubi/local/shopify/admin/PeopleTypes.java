package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.byId;
import static dev.musubi.local.shopify.admin.Resolve.from;

import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Shop;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Customers of the API. */
final class PeopleTypes {
  private PeopleTypes() {}


  static void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            "QueryRoot",
            query ->
                query.dataFetcher(
                    "customer", byId("Customer", "read_customers", Shop::findCustomer)))
        .type("Customer", PeopleTypes::customer);
  }

  private static TypeRuntimeWiring.Builder customer(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher(
            "id", from(Customer.class, (shop, c) -> Numbers.gid("Customer", c.id())))
        .dataFetcher("legacyResourceId", from(Customer.class, (shop, c) -> c.id()))
        .dataFetcher("displayName", from(Customer.class, (shop, c) -> c.name()))
        .dataFetcher("firstName", from(Customer.class, (shop, c) -> c.name()))
        .dataFetcher("lastName", env -> null)
        .dataFetcher("state", env -> "ENABLED")
        .dataFetcher("createdAt", from(Customer.class, (shop, c) -> seconds(c.createdAt())))
        .dataFetcher("updatedAt", from(Customer.class, (shop, c) -> seconds(c.updatedAt())));
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
