package dev.musubi.local.shopify.webhook;

import static dev.musubi.local.shopify.webhook.Fields.nulls;
import static dev.musubi.local.shopify.webhook.Fields.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Market;

/** Where customers live: all of a market at one made-up address. */
final class Addresses {
  private Addresses() {}

  static ObjectNode of(Market market, Customer customer) {
    ObjectNode address = object().put("first_name", customer.name());
    address.put("name", customer.name());
    address.put("phone", customer.phone().orElse(null));
    nulls(address, "last_name", "address2", "company");
    return market.japanese() ? japanese(address) : american(address);
  }

  /** With the place on the map, as orders and checkouts have it. */
  static ObjectNode located(Market market, Customer customer) {
    ObjectNode address = of(market, customer);
    nulls(address, "latitude", "longitude");
    return address;
  }

  private static ObjectNode japanese(ObjectNode address) {
    return address
        .put("address1", "見本町1-2-3")
        .put("city", "渋谷区")
        .put("province", "Tōkyō")
        .put("province_code", "JP-13")
        .put("zip", "150-0000")
        .put("country", "Japan")
        .put("country_code", "JP");
  }

  private static ObjectNode american(ObjectNode address) {
    return address
        .put("address1", "1 Sample Street")
        .put("city", "Sampletown")
        .put("province", "New York")
        .put("province_code", "NY")
        .put("zip", "10001")
        .put("country", "United States")
        .put("country_code", "US");
  }
}
