package dev.musubi.fuzz;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.musubi.beacon.BeaconDoor;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.shopping.Views;
import dev.musubi.shopify.events.VisitorToken;
import dev.musubi.testkit.functions.HttpCall;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PixelFuzzTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String TOKEN =
      VisitorToken.issue(HANAMICHI.id(), CUSTOMER, HANAMICHI.clientSecret(), Town.NOW);
  private static final String POST =
      """
      {"event":{"name":"product_viewed","id":"%s","timestamp":"%s",\
      "data":{"productVariant":{"id":"42","product":{"id":%s}}}},"visitorToken":"%s"}""";

  private static final Town<Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> STRANGERS =
      new Town<>(BeaconDoor::over);
  private static final Town<Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> VISITORS =
      new Town<>(BeaconDoor::over);

  static Stream<Arguments> posts() {
    return Corpus.each(
        Stream.of(
                POST.formatted("event-1", Town.NOW, "\"8100000000001\"", "forged.token"),
                POST.formatted("event-1", Town.NOW, "\"gid://shopify/Product/81\"", "x"),
                "{\"event\":{\"name\":\"cart_viewed\"},\"visitorToken\":null}",
                "[[[[")
            .map(Corpus::utf8));
  }

  static Stream<Arguments> views() {
    return Stream.of(
        Arguments.of("event-1", "2026-11-21T09:00:00Z", "\"8100000000001\""),
        Arguments.of("event-1", "2026-11-21T09:00:00Z", "1e400"),
        Arguments.of("\\u0000", "+999999999-12-31T23:59:59Z", "9223372036854775808"));
  }

  @MethodSource("posts")
  @FuzzTest
  void a_post_without_a_token_of_ours_counts_nothing(byte[] body) {
    int status = answered(STRANGERS, HttpCall.to("POST /pixel/{shop}").bodyInBase64(body));
    assertThat(status).isIn(204, 400, 401);
    if (!Corpus.text(body).contains(TOKEN)) {
      assertThat(tally(STRANGERS)).isEmpty();
    }
  }

  @MethodSource("views")
  @FuzzTest
  void a_visitors_post_counts_a_view_of_a_product_or_nothing(
      @NotNull String id, @NotNull String timestamp, @NotNull String product) {
    String body = POST.formatted(id, timestamp, product, TOKEN);
    int status = answered(VISITORS, HttpCall.to("POST /pixel/{shop}").bodyInBase64(body));
    assertThat(status).isIn(204, 400, 401);
    tally(VISITORS)
        .ifPresent(
            tally -> {
              assertThat(tally.customer()).isEqualTo(CUSTOMER);
              assertThat(tally.products().stream().mapToInt(ViewTally.Viewed::times).sum())
                  .isLessThanOrEqualTo(Views.MOST_A_DAY);
            });
  }

  private static int answered(
      Town<Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> town, HttpCall call) {
    return town.door().apply(call.shop(HANAMICHI.id().handle()).event()).getStatusCode();
  }

  private static Optional<ViewTally> tally(
      Town<Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> town) {
    return Optional.ofNullable(
        town.stores().views().of(HANAMICHI.id(), TODAY, List.of(CUSTOMER)).get(CUSTOMER));
  }
}
