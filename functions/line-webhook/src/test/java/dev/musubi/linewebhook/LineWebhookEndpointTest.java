package dev.musubi.linewebhook;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import dev.musubi.testkit.functions.Effort;
import dev.musubi.testkit.functions.ExampleEvents;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.functions.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineWebhookEndpointTest {

  /** What becomes of each file under events/line-webhook: the status and how many are queued. */
  private record Fate(int status, int queued) {}

  private static final Fate REFUSED = new Fate(401, 0);
  private static final Fate UNREADABLE = new Fate(400, 0);
  private static final Map<String, Fate> FATES =
      Map.ofEntries(
          Map.entry("account-linked", new Fate(200, 1)),
          Map.entry("base64-body", new Fate(200, 1)),
          Map.entry("empty-body", UNREADABLE),
          Map.entry("followed", new Fate(200, 1)),
          Map.entry("for-another-channel", REFUSED),
          Map.entry("forged-signature", REFUSED),
          Map.entry("hostile-texts", new Fate(200, 2)),
          Map.entry("link-asked-from-menu", new Fate(200, 1)),
          Map.entry("one-malformed-among-good", new Fate(200, 3)),
          Map.entry("redelivered", new Fate(200, 1)),
          Map.entry("several-people-in-one", new Fate(200, 4)),
          Map.entry("shop-that-is-no-handle", REFUSED),
          Map.entry("signature-not-base64", REFUSED),
          Map.entry("signed-but-not-json", UNREADABLE),
          Map.entry("signed-but-not-utf8", UNREADABLE),
          Map.entry("signed-but-too-deep", UNREADABLE),
          Map.entry("signed-with-another-secret", REFUSED),
          Map.entry("unknown-event-type", new Fate(200, 1)),
          Map.entry("unknown-shop", REFUSED),
          Map.entry("verify-button-without-events", new Fate(200, 0)),
          Map.entry("without-signature", REFUSED));
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final String EVENT = "{\"type\":\"follow\",\"n\":1}";

  private final ExampleEvents events = ExampleEvents.of("line-webhook");
  private final Stores stores = Stores.ofTwoShops(NOW);
  private final List<RawLine> queue = new ArrayList<>();
  private final LineWebhookEndpoint endpoint =
      new LineWebhookEndpoint(stores.secrets(), queue::addAll, stores.clock());

  static List<String> meanings() {
    return ExampleEvents.of("line-webhook").meanings();
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void each_example_meets_the_fate_that_its_name_tells(String meaning) {
    APIGatewayV2HTTPResponse answer = endpoint.answer(events.http(meaning));

    assertThat(new Fate(answer.getStatusCode(), queue.size())).isEqualTo(FATES.get(meaning));
    assertThat(answer.getBody()).as("nothing is told to anybody").isEmpty();
  }

  @Test
  void every_event_of_a_post_is_queued_by_itself_word_for_word_in_its_order() {
    String other = "{ \"type\" : \"message\", \"text\" : \"\\u7d50\\ud83e\\udea2 結び\" }";

    assertThat(status(call(HANAMICHI, body(HANAMICHI, EVENT + ", " + other)))).isEqualTo(200);
    assertThat(queue)
        .containsExactly(
            new RawLine(HANAMICHI.id(), NOW, EVENT), new RawLine(HANAMICHI.id(), NOW, other));
  }

  @Test
  void the_signature_of_another_shop_opens_nothing() {
    String body = body(HANAMICHI, EVENT);
    APIGatewayV2HTTPEvent call =
        HttpCall.to("POST /line/{shop}")
            .shop(HANAMICHI.id().handle())
            .header("X-Line-Signature", Signed.body(body, KYOTO.channelSecret()))
            .body(body)
            .event();

    assertThat(status(call)).isEqualTo(401);
    assertThat(queue).isEmpty();
  }

  @Test
  void what_is_meant_for_another_channel_is_refused_even_if_both_share_a_secret() {
    stores.secrets().put(KYOTO.id(), HANAMICHI.secrets());

    assertThat(status(call(HANAMICHI, body(KYOTO, EVENT)))).isEqualTo(401);
    assertThat(status(call(HANAMICHI, "{\"events\":[" + EVENT + "]}"))).isEqualTo(401);
    assertThat(queue).isEmpty();
  }

  @Test
  void one_changed_byte_of_the_body_breaks_the_signature() {
    String body = body(HANAMICHI, EVENT);
    APIGatewayV2HTTPEvent call =
        HttpCall.to("POST /line/{shop}")
            .shop(HANAMICHI.id().handle())
            .header("x-line-signature", Signed.body(body, HANAMICHI.channelSecret()))
            .body(body.replace("\"n\":1", "\"n\":2"))
            .event();

    assertThat(status(call)).isEqualTo(401);
    assertThat(queue).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "UPPER", "a b", "shops/x", "-a", "a.myshopify.com"})
  void what_is_no_handle_is_refused_before_any_secret_is_asked_for(String handle) {
    stores.secrets().busy(true);
    APIGatewayV2HTTPEvent call =
        HttpCall.to("POST /line/{shop}").shop(handle).body(body(HANAMICHI, EVENT)).event();

    assertThat(status(call)).isEqualTo(401);
  }

  @Test
  void during_a_rotation_the_new_and_the_previous_secret_are_good_and_then_only_the_new_one() {
    stores.secrets().put(HANAMICHI.id(), HANAMICHI.rotated("a-new-secret", "another"));
    String body = body(HANAMICHI, EVENT);

    assertThat(status(call(HANAMICHI, body))).isEqualTo(200);
    assertThat(status(signed(HANAMICHI.id(), body, new Secret("a-new-secret")))).isEqualTo(200);
    assertThat(queue).hasSize(2);

    stores.secrets().put(HANAMICHI.id(), KYOTO.secrets());
    assertThat(status(call(HANAMICHI, body))).isEqualTo(401);
  }

  @Test
  void while_secrets_can_not_be_asked_for_the_caller_is_told_to_come_again() {
    stores.secrets().busy(true);
    ShopId unknown = new ShopId("never-heard-of");

    assertThat(status(signed(unknown, body(HANAMICHI, EVENT), HANAMICHI.channelSecret())))
        .isEqualTo(429);
    assertThat(queue).isEmpty();
  }

  @Test
  void a_body_beyond_a_mebibyte_is_refused_though_signed() {
    String body = body(HANAMICHI, "\"" + "x".repeat(1 << 20) + "\"");

    assertThat(status(call(HANAMICHI, body))).isEqualTo(400);
    assertThat(queue).isEmpty();
  }

  @Test
  void who_is_not_registered_is_refused_like_a_forger_and_with_as_much_work() {
    String large = body(HANAMICHI, "\"" + "x".repeat(500_000) + "\"");
    APIGatewayV2HTTPEvent forged = signed(HANAMICHI.id(), large, new Secret("a guess"));
    APIGatewayV2HTTPEvent unknown =
        signed(new ShopId("nobodys-shop"), large, new Secret("a guess"));

    assertThat(endpoint.answer(unknown))
        .usingRecursiveComparison()
        .isEqualTo(endpoint.answer(forged));
    assertThat(Effort.of(() -> endpoint.answer(unknown)))
        .isCloseTo(Effort.of(() -> endpoint.answer(forged)), withinPercentage(2));
  }

  @Test
  void without_the_queue_nothing_is_acknowledged_so_that_line_delivers_again() {
    LineWebhookEndpoint cut =
        new LineWebhookEndpoint(
            stores.secrets(),
            lines -> {
              throw new UncheckedIOException(new IOException("SQS does not answer"));
            },
            stores.clock());

    assertThatThrownBy(() -> cut.answer(call(HANAMICHI, body(HANAMICHI, EVENT))))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void the_same_event_for_two_shops_is_queued_for_each_under_its_own_name() {
    endpoint.answer(call(HANAMICHI, body(HANAMICHI, EVENT)));
    endpoint.answer(call(KYOTO, body(KYOTO, EVENT)));

    assertThat(queue).extracting(RawLine::shop).containsExactly(HANAMICHI.id(), KYOTO.id());
  }

  private int status(APIGatewayV2HTTPEvent call) {
    return endpoint.answer(call).getStatusCode();
  }

  private static String body(ExampleShop shop, String events) {
    return "{\"destination\":\"%s\",\"events\":[%s]}"
        .formatted(shop.secrets().line().destination(), events);
  }

  private static APIGatewayV2HTTPEvent call(ExampleShop shop, String body) {
    return signed(shop.id(), body, shop.channelSecret());
  }

  private static APIGatewayV2HTTPEvent signed(ShopId shop, String body, Secret secret) {
    return HttpCall.to("POST /line/{shop}")
        .shop(shop.handle())
        .header("x-line-signature", Signed.body(body, secret))
        .body(body)
        .event();
  }
}
