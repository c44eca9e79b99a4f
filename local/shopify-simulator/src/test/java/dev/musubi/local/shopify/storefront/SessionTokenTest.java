package dev.musubi.local.shopify.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.shopify.shop.AppCredentials;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.MusubiAddresses;
import dev.musubi.local.shopify.shop.ShopSpec;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTokenTest {
  private static final URI ADDRESS = URI.create("https://api.example.com/");
  private static final Instant NOW = Instant.ofEpochSecond(1763719200);
  private static final String ID = "6c992878-dbaf-48d1-bb9d-6d9b59814fd1";

  @Test
  void a_token_of_a_customer_is_signed_over_its_claims() {
    assertThat(SessionToken.of(shop(List.of("read_customers")), Optional.of(6789L), NOW, ID))
        .endsWith(".OpVTkmE9KMZV_8QdSL_GcroSZrGOtz6EEk7FN2UahD8");
  }

  @Test
  void it_names_nobody_who_is_not_logged_in_or_may_not_be_read() {
    String nobodys = ".Z77e-oATYnOYEYFTrQsuFIAL0H5WjOpBjSHqWl1wZsI";
    assertThat(SessionToken.of(shop(List.of("read_customers")), Optional.empty(), NOW, ID))
        .endsWith(nobodys);
    assertThat(SessionToken.of(shop(List.of("read_orders")), Optional.of(6789L), NOW, ID))
        .endsWith(nobodys);
  }

  private static ShopSpec shop(List<String> scopes) {
    return new ShopSpec(
        "example",
        "Example",
        new AppCredentials("client-id-1", "hush", scopes),
        new Market(Currency.getInstance("JPY"), ZoneId.of("Asia/Tokyo"), "ja"),
        new MusubiAddresses(ADDRESS, ADDRESS, ADDRESS),
        List.of());
  }
}
