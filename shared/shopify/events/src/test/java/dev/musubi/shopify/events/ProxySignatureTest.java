package dev.musubi.shopify.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import dev.musubi.shopify.events.ProxyRequest.Genuine;
import dev.musubi.shopify.events.ProxyRequest.Refused;
import dev.musubi.shopify.events.ProxyRequest.Why;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySignatureTest {

  private static final List<Secret> SECRETS = List.of(new Secret("hush"));
  private static final Instant SIGNED = Instant.ofEpochSecond(1_317_327_555);
  private static final String TRUSTED =
      "shop=shop-name.myshopify.com&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555";

  /** The example of Shopify's own documentation. */
  @Test
  void a_request_signed_by_shopify_tells_shop_customer_path_and_the_rest() {
    String query =
        "extra=1&extra=2&logged_in_customer_id=1&"
            + TRUSTED
            + "&signature=4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb";
    Genuine genuine = (Genuine) ProxySignature.judge(query, SECRETS, SIGNED);
    assertThat(genuine.shop()).isEqualTo(new ShopId("shop-name"));
    assertThat(genuine.customer()).contains(new CustomerId(1));
    assertThat(genuine.pathPrefix()).contains("/apps/awesome_reviews");
    assertThat(genuine.parameters()).containsOnlyKeys("extra");
    assertThat(genuine.parameter("extra")).isEmpty();
    assertThat(ProxyRequest.claimedShop(query)).contains(new ShopId("shop-name"));
  }

  @Test
  void nobody_logged_in_is_genuine_without_a_customer() {
    String query =
        "extra=1&extra=2&logged_in_customer_id=&"
            + TRUSTED
            + "&signature=e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb";
    assertThat(((Genuine) ProxySignature.judge(query, SECRETS, SIGNED)).customer()).isEmpty();
  }

  @Test
  void values_are_signed_as_they_read_when_decoded() {
    String query =
        "return_to=%2Fcart%3Fa%3D1%26b%3D%E6%97%A5%E6%9C%AC&shop=shop-name.myshopify.com"
            + "&logged_in_customer_id=6789&path_prefix=%2Fapps%2Fline&timestamp=1763719200"
            + "&signature=8209229684696dc92311e32f51aca7a237db13a2eba6b7c6c2d895c9ef35e063";
    ProxyRequest judged =
        ProxySignature.judge(query, SECRETS, Instant.ofEpochSecond(1_763_719_200));
    assertThat(((Genuine) judged).parameter("return_to")).contains("/cart?a=1&b=日本");
  }

  @Test
  void a_plus_is_a_space_and_an_empty_value_counts() {
    String query = signed("q=a+b&empty=&logged_in_customer_id=5&" + TRUSTED, "empty=", "q=a b");
    Genuine genuine = (Genuine) ProxySignature.judge(query, SECRETS, SIGNED);
    assertThat(genuine.parameter("q")).contains("a b");
    assertThat(genuine.parameter("empty")).contains("");
  }

  @Test
  void another_customer_under_the_same_signature_is_forged() {
    String query = signed("logged_in_customer_id=5&" + TRUSTED);
    assertThat(ProxySignature.judge(query.replace("id=5", "id=6"), SECRETS, SIGNED))
        .isEqualTo(new Refused(Why.FORGED));
    assertThat(ProxySignature.judge(query, List.of(new Secret("other")), SIGNED))
        .isEqualTo(new Refused(Why.FORGED));
  }

  @Test
  void a_signature_holds_for_ninety_seconds_both_ways() {
    String query = signed("logged_in_customer_id=5&" + TRUSTED);
    Duration drift = Duration.ofSeconds(90);
    for (Instant now : List.of(SIGNED.plus(drift), SIGNED.minus(drift))) {
      assertThat(ProxySignature.judge(query, SECRETS, now)).isInstanceOf(Genuine.class);
    }
    for (Instant now : List.of(SIGNED.plus(drift).plusMillis(1), SIGNED.minusSeconds(91))) {
      assertThat(ProxySignature.judge(query, SECRETS, now)).isEqualTo(new Refused(Why.STALE));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logged_in_customer_id=7",
        "logged_in%5Fcustomer_id=7",
        "shop=other.myshopify.com",
        "timestamp=1317327556",
        "path_prefix=%2Fapps%2Fother",
        "signature=00"
      })
  void a_doubled_trust_parameter_is_refused(String extra) {
    String query = signed("logged_in_customer_id=5&" + TRUSTED);
    assertThat(ProxySignature.judge(extra + "&" + query, SECRETS, SIGNED))
        .isEqualTo(new Refused(Why.DOUBLED));
    assertThat(ProxySignature.judge(query + "&" + extra, SECRETS, SIGNED))
        .isEqualTo(new Refused(Why.DOUBLED));
  }

  @Test
  void a_signature_cannot_be_reused_by_cutting_the_parameters_elsewhere() {
    String mine = "logged_in_customer_id=5path_prefix=/pshop=s.myshopify.comtimestamp=1317327555";
    String theirs = "logged_in_customer_id=7path_prefix=/pshop=s.myshopify.comtimestamp=1317327555";
    String message = "a=" + theirs + "z=" + mine;
    String signature = hmac(message);
    String recut =
        "a=&logged_in_customer_id=7&path_prefix=/p&shop=s.myshopify.com&timestamp=1317327555&z="
            + mine.replace("=", "%3D")
            + "&signature="
            + signature;
    assertThat(ProxySignature.judge(recut, SECRETS, SIGNED)).isEqualTo(new Refused(Why.DOUBLED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"extra=1l&ogged_in_customer_id=5", "extra=1logged_in_customer_id%3D5"})
  void a_customer_cannot_pass_as_nobody_by_cutting_the_parameters_elsewhere(String recut) {
    String signature =
        hmac(
            "extra=1logged_in_customer_id=5path_prefix=/apps/awesome_reviews"
                + "shop=shop-name.myshopify.comtimestamp=1317327555");
    String query = recut + "&" + TRUSTED + "&signature=" + signature;
    assertThat(ProxySignature.judge(query, SECRETS, SIGNED)).isEqualTo(new Refused(Why.DOUBLED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&&&",
        "a=%zz",
        "shop=shop-name.myshopify.com&timestamp=1317327555",
        "shop=shop-name.myshopify.com&timestamp=1317327555&signature=xyz",
        "shop=shop-name.example.com&timestamp=1317327555&signature=00",
        "shop=shop-name.myshopify.com&timestamp=soon&signature=00"
      })
  void a_query_without_what_shopify_adds_is_malformed(String query) {
    assertThat(ProxySignature.judge(query, SECRETS, SIGNED)).isEqualTo(new Refused(Why.MALFORMED));
  }

  @Test
  void a_customer_that_is_no_number_is_malformed_even_when_signed() {
    assertThat(
            ProxySignature.judge(signed("logged_in_customer_id=abc&" + TRUSTED), SECRETS, SIGNED))
        .isEqualTo(new Refused(Why.MALFORMED));
  }

  /** Signs the trust parameters of {@link #TRUSTED}, the customer and what comes before them. */
  private static String signed(String query, String... before) {
    String customer = query.replaceAll(".*logged_in_customer_id=([^&]*).*", "$1");
    String message =
        "logged_in_customer_id="
            + customer
            + "path_prefix=/apps/awesome_reviews"
            + (before.length > 1 ? before[1] : "")
            + "shop=shop-name.myshopify.comtimestamp=1317327555";
    return query + "&signature=" + hmac((before.length > 0 ? before[0] : "") + message);
  }

  private static String hmac(String message) {
    return HexFormat.of()
        .formatHex(Hmac.of(SECRETS.getFirst().bytes(), message.getBytes(StandardCharsets.UTF_8)));
  }
}
