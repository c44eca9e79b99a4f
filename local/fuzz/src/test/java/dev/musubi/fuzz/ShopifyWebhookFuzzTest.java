package dev.musubi.fuzz;

import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.ShopTopic;
import dev.musubi.local.doors.CollectedNews;
import dev.musubi.local.doors.Ports;
import dev.musubi.shopify.events.MalformedWebhook;
import dev.musubi.shopify.events.ShopifyEvents;
import dev.musubi.shopifywebhook.ShopifyWebhookDoor;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.functions.Stores;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShopifyWebhookFuzzTest {

  private static final CollectedNews NEWS = new CollectedNews();
  private static final Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> DOOR =
      ShopifyWebhookDoor.over(Ports.over(Stores.ofTwoShops(Town.NOW), NEWS));
  private static final RawCodec CODEC = new RawCodec();
  private static final String DOMAIN = KYOTO.id().domain();

  static Stream<Arguments> headers() {
    return Stream.of(
        Arguments.of(DOMAIN, "orders/paid", "b54557e4", "2026-11-21T09:00:00Z", "{}"),
        Arguments.of(DOMAIN, "x", "1", "+1000000000-12-31T23:59:59.999999999Z", "{\"id\":1}"),
        Arguments.of("kyoto-tea.myshopify.com\n", "\u0000", "\r\nx: y", "yesterday", ""));
  }

  static Stream<Arguments> signatures() {
    return Corpus.bodies("shopify-webhook")
        .map(body -> Arguments.of(Signed.body(body, KYOTO.clientSecret()), body));
  }

  static Stream<Arguments> webhooks() {
    return Corpus.queued("inbound-shopify")
        .filter(queued -> ShopTopic.of(queued.topic()).isPresent())
        .map(
            queued ->
                Arguments.of(
                    ShopTopic.of(queued.topic()).orElseThrow(), Corpus.utf8(queued.body())));
  }

  @MethodSource("headers")
  @FuzzTest
  void headers_of_a_signed_body_are_queued_as_they_are_or_refused(
      @NotNull String domain,
      @NotNull String topic,
      @NotNull String id,
      @NotNull String triggered,
      @NotNull String body) {
    HttpCall call =
        HttpCall.to("POST /shopify/{shop}")
            .shop(KYOTO.id().handle())
            .header("x-shopify-shop-domain", domain)
            .header("x-shopify-topic", topic)
            .header("x-shopify-webhook-id", id)
            .header("x-shopify-triggered-at", triggered)
            .header("x-shopify-hmac-sha256", Signed.body(body, KYOTO.clientSecret()))
            .bodyInBase64(body);
    int status = DOOR.apply(call.event()).getStatusCode();
    List<RawShopify> queue = NEWS.takeShopify();
    assertThat(status).isIn(200, 400, 401);
    assertThat(queue).hasSize(status == 200 ? 1 : 0);
    for (RawShopify webhook : queue) {
      assertThat(domain).isEqualTo(DOMAIN);
      assertThat(CODEC.shopify(CODEC.write(webhook))).isEqualTo(webhook);
    }
  }

  @MethodSource("signatures")
  @FuzzTest
  void a_signature_that_is_not_shopifys_is_never_accepted(
      @NotNull String signature, byte @NotNull [] body) {
    HttpCall call =
        HttpCall.to("POST /shopify/{shop}")
            .shop(KYOTO.id().handle())
            .header("x-shopify-shop-domain", DOMAIN)
            .header("x-shopify-topic", "orders/create")
            .header("x-shopify-webhook-id", "1")
            .header("x-shopify-hmac-sha256", signature)
            .bodyInBase64(body);
    int status = DOOR.apply(call.event()).getStatusCode();
    List<RawShopify> queue = NEWS.takeShopify();
    if (!signature.equals(Signed.body(body, KYOTO.clientSecret()))) {
      assertThat(status).isEqualTo(401);
      assertThat(queue).isEmpty();
    }
  }

  @MethodSource("webhooks")
  @FuzzTest
  void a_body_says_what_its_topic_promises_or_is_refused_without_being_quoted(
      @NotNull ShopTopic topic, byte @NotNull [] body) {
    String json = Corpus.text(body);
    try {
      ShopSignal signal = ShopifyEvents.read(KYOTO.id(), topic.topic(), Town.NOW, json);
      assertThat(ShopifyEvents.read(KYOTO.id(), topic.topic(), Town.NOW, json)).isEqualTo(signal);
    } catch (MalformedWebhook refused) {
      assertThat(refused).hasNoCause().message().hasSizeLessThan(100);
    }
  }
}
