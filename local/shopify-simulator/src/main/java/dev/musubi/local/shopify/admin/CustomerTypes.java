package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.byId;
import static dev.musubi.local.shopify.admin.Resolve.from;
import static dev.musubi.local.shopify.admin.Resolve.seconds;

import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Shop;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Customers of the API. */
final class CustomerTypes {
  private CustomerTypes() {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            "QueryRoot",
            query ->
                query.dataFetcher(
                    "customer", byId("Customer", "read_customers", Shop::findCustomer)))
        .type("Customer", CustomerTypes::customer);
  }

  private static TypeRuntimeWiring.Builder customer(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", of(CustomerTypes::gid))
        .dataFetcher("legacyResourceId", of(Customer::id))
        .dataFetcher("displayName", of(Customer::name))
        .dataFetcher("firstName", of(Customer::name))
        .dataFetcher("lastName", env -> null)
        .dataFetcher("state", env -> "ENABLED")
        .dataFetcher("createdAt", of(c -> seconds(c.createdAt())))
        .dataFetcher("updatedAt", of(c -> seconds(c.updatedAt())))
        .dataFetcher("phone", of(c -> c.phone().orElse(null)))
        .dataFetcher(
            "defaultPhoneNumber",
            of(c -> c.phone().map(phone -> Map.of("phoneNumber", phone)).orElse(null)))
        .dataFetcher("defaultEmailAddress", of(c -> Map.of("emailAddress", c.email())))
        .dataFetcher("numberOfOrders", from(Customer.class, (shop, c) -> orders(shop, c).size()))
        .dataFetcher(
            "lastOrder",
            from(
                Customer.class,
                (shop, c) -> orders(shop, c).reversed().stream().findFirst().orElse(null)))
        .dataFetcher("metafield", env -> MetafieldTypes.one(env, gid(env.getSource())))
        .dataFetcher("metafields", env -> MetafieldTypes.all(env, gid(env.getSource())));
  }

  private static DataFetcher<Object> of(Function<Customer, Object> value) {
    return from(Customer.class, (shop, customer) -> value.apply(customer));
  }

  private static String gid(Customer customer) {
    return Numbers.gid("Customer", customer.id());
  }

  private static List<Order> orders(Shop shop, Customer customer) {
    return shop.orders().stream().filter(o -> o.customerId() == customer.id()).toList();
  }
}
