package dev.musubi.fuzz;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.link.LinkDoor;
import dev.musubi.local.doors.Ports;
import dev.musubi.shopify.events.FormToken;
import dev.musubi.shopify.events.ProxyRequest;
import dev.musubi.shopify.events.ProxySignature;
import dev.musubi.storefront.StorefrontDoor;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AppProxyFuzzTest {

  private static final String MARK = "'\"><fuzz";
  private static final List<String> ROUTES =
      List.of(
          "GET /proxy/link",
          "GET /proxy/account",
          "POST /proxy/unlink",
          "GET /proxy/visit",
          "GET /proxy/preferences",
          "POST /proxy/preferences",
          "GET /proxy/restock",
          "POST /proxy/restock",
          "GET /proxy/restocks",
          "POST /proxy/restocks");
  private static final List<String> HOSTS =
      List.of("access.line.me", HANAMICHI.shop().storefront().origin().getHost());

  private static final Town<Doors> TOWN = new Town<>(AppProxyFuzzTest::open);

  private record Doors(
      Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> link,
      Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> storefront) {}

  static Stream<Arguments> queries() {
    String signed =
        Signed.query(HANAMICHI, CUSTOMER.toString(), Town.NOW, Map.of("linkToken", "t"));
    return Corpus.each(
        Stream.of(
                signed,
                signed + "&shop=x",
                "shop=hanamichi-tea.myshopify.com&signature=00",
                "%",
                "")
            .map(Corpus::utf8));
  }

  static Stream<Arguments> visits() {
    return Stream.of(
        Arguments.of(0, CUSTOMER.toString(), "linkToken", "t", ""),
        Arguments.of(0, "", "linkToken", "t&shop=x", ""),
        Arguments.of(5, CUSTOMER.toString(), "x", "", "wish=musubi:stop?kind=BROWSE"),
        Arguments.of(6, CUSTOMER.toString(), "variant", "42", ""),
        Arguments.of(9, "1shop=x", "a=b", "c,d", "variant=42"));
  }

  @MethodSource("queries")
  @FuzzTest
  void a_query_that_shopify_did_not_sign_is_never_genuine(byte[] query) {
    String raw = Corpus.text(query);
    ProxyRequest judged =
        ProxySignature.judge(raw, HANAMICHI.secrets().shopify().clientSecrets(), Town.NOW);
    if (judged instanceof ProxyRequest.Genuine genuine) {
      assertThat(decoded(raw)).contains(signatureOfOurs());
      assertThat(genuine.shop()).isEqualTo(HANAMICHI.id());
      assertThat(genuine.customer()).contains(CUSTOMER);
    }
    assertThat(ProxyRequest.claimedShop(raw)).isNotNull();
  }

  @MethodSource("visits")
  @FuzzTest
  void a_signed_visit_gets_a_page_that_leads_nowhere_else_and_shows_no_markup(
      @InRange(min = 0, max = 9) int route,
      @NotNull String customer,
      @NotNull String name,
      @NotNull String value,
      @NotNull String form) {
    HttpCall call =
        HttpCall.to(ROUTES.get(route))
            .header("accept-language", value)
            .query(Signed.query(HANAMICHI, customer, Town.NOW, Map.of(name, value + MARK)))
            .body("token=" + token(route) + "&" + form);
    Doors doors = TOWN.door();
    APIGatewayV2HTTPResponse answer =
        (route < 3 ? doors.link() : doors.storefront()).apply(call.event());
    assertThat(answer.getStatusCode()).isIn(200, 302, 400, 401, 404);
    assertThat(answer.getBody()).doesNotContain("<fuzz");
    assertThat(answer.getHeaders()).containsKey("content-security-policy");
    Optional.ofNullable(answer.getHeaders().get("location"))
        .map(URI::create)
        .ifPresent(to -> assertThat(to.getHost()).isIn(HOSTS));
    if (CustomerId.parse(customer).isEmpty() && !customer.isEmpty()) {
      assertThat(answer.getStatusCode()).isEqualTo(401);
    }
  }

  private static Doors open(Ports ports) {
    Nonce nonce = Nonce.of(new byte[Nonce.BYTES]);
    ports
        .links()
        .open(
            new LinkAttempt(
                HANAMICHI.id(), nonce.hash(), CUSTOMER, EntryRoute.CHAT, Town.NOW.plusSeconds(60)));
    ports.links().complete(HANAMICHI.id(), nonce, HANA, "event-1", Town.NOW);
    return new Doors(LinkDoor.over(ports), StorefrontDoor.over(ports));
  }

  /** Of the form that the page of that route shows to the customer. */
  private static String token(int route) {
    String purpose = route < 3 ? "unlink" : route < 6 ? "preferences" : "restock";
    return FormToken.issue(HANAMICHI.id(), CUSTOMER, purpose, HANAMICHI.clientSecret(), Town.NOW);
  }

  private static String signatureOfOurs() {
    String signed =
        Signed.query(HANAMICHI, CUSTOMER.toString(), Town.NOW, Map.of("linkToken", "t"));
    return signed.replaceFirst(".*signature=([0-9a-f]{64}).*", "$1");
  }

  private static String decoded(String raw) {
    return URLDecoder.decode(
        raw.replaceAll("%(?![0-9a-fA-F]{2})", URLEncoder.encode("%", StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8);
  }
}
