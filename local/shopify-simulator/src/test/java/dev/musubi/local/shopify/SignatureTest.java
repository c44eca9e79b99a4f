package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.musubi.local.shopify.storefront.ProxySignature;
import dev.musubi.local.shopify.webhook.ShopifyJson;
import dev.musubi.local.shopify.webhook.Signature;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
  private static final String BODY =
      "{\"token\":\"123123123\",\"cart_token\":\"eeafa272\",\"email\":\"taro@example.com\","
          + "\"customer\":{\"id\":603851970716743426,\"first_name\":\"太郎\"},"
          + "\"abandoned_checkout_url\":"
          + "\"https:\\/\\/example.com\\/checkouts\\/123\\/recover?key=a\\u0026locale=ja\","
          + "\"completed_at\":null}";

  @Test
  void a_webhook_is_signed_over_its_raw_bytes() {
    assertThat(Signature.base64("hush", BODY.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("JPFf3XWvZzSR6PwF7PFdR+7Dorjt/rFmejFIeYyLqis=");
  }

  @Test
  void slashes_ampersands_and_angle_brackets_are_escaped_and_nothing_else() {
    String written =
        ShopifyJson.write(JsonNodeFactory.instance.objectNode().put("t", "a/b & <太郎> \"q\""));

    assertThat(written).isEqualTo("{\"t\":\"a\\/b \\u0026 \\u003c太郎\\u003e \\\"q\\\"\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1"
        + "&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555,"
        + "4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb",
    "extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id="
        + "&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555,"
        + "e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb",
    "return_to=%2Fcart%3Fa%3D1%26b%3D%E6%97%A5%E6%9C%AC&shop=shop-name.myshopify.com"
        + "&logged_in_customer_id=6789&path_prefix=%2Fapps%2Fline&timestamp=1763719200,"
        + "8209229684696dc92311e32f51aca7a237db13a2eba6b7c6c2d895c9ef35e063"
  })
  void an_app_proxy_request_is_signed_over_its_sorted_decoded_parameters(
      String query, String signature) {
    assertThat(ProxySignature.of(query, "hush")).isEqualTo(signature);
    assertThat(ProxySignature.of(query + "&signature=abc", "hush")).isEqualTo(signature);
  }
}
