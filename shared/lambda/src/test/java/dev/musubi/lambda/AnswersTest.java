package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final List<APIGatewayV2HTTPResponse> ALL =
      List.of(
          Answers.empty(200),
          Answers.json(200, "{}"),
          Answers.text(404, "no"),
          Answers.page(200, "<p>yes</p>"),
          Answers.redirect(URI.create("https://example.com/")),
          Answers.openToAll(Answers.empty(204)),
          Answers.retryAfter(Answers.page(503, "later"), 5));

  @Test
  void no_answer_may_be_stored_or_framed_or_named_as_a_referrer() {
    assertThat(ALL)
        .allSatisfy(
            answer ->
                assertThat(answer.getHeaders())
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("x-content-type-options", "nosniff")
                    .hasEntrySatisfying(
                        "content-security-policy",
                        policy -> assertThat(policy).contains("frame-ancestors 'none'")));
  }

  @Test
  void no_answer_may_run_load_or_post_anything_to_somewhere_else() {
    assertThat(ALL)
        .allSatisfy(
            answer ->
                assertThat(answer.getHeaders().get("content-security-policy").split("; "))
                    .containsExactly(
                        "default-src 'none'",
                        "style-src 'unsafe-inline'",
                        "form-action 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'"));
  }

  @Test
  void no_answer_sets_a_cookie_so_there_is_none_to_steal() {
    assertThat(ALL)
        .allSatisfy(
            answer -> {
              assertThat(answer.getHeaders()).doesNotContainKey("set-cookie");
              assertThat(answer.getCookies()).isNull();
              assertThat(answer.getMultiValueHeaders()).isNull();
            });
  }

  /** What is served as Liquid, Shopify's app proxy would run as a template of the shop. */
  @Test
  void every_answer_says_what_it_is_and_none_is_a_template() {
    assertThat(ALL)
        .extracting(answer -> answer.getHeaders().getOrDefault("content-type", "none"))
        .containsOnly(
            "none",
            "application/json; charset=utf-8",
            "text/plain; charset=utf-8",
            "text/html; charset=utf-8");
  }

  @Test
  void an_address_can_not_break_out_of_its_header() {
    String hostile = "https://example.com/?q=%0d%0aset-cookie:%20a=b";
    assertThat(Answers.redirect(URI.create(hostile)).getHeaders().get("location"))
        .isEqualTo(hostile);
    assertThatThrownBy(() -> Answers.redirect(URI.create("https://example.com/\r\nx: y")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_redirect_names_its_target_in_ascii() {
    APIGatewayV2HTTPResponse answer = Answers.redirect(URI.create("https://example.com/結び"));
    assertThat(answer.getStatusCode()).isEqualTo(302);
    assertThat(answer.getHeaders())
        .containsEntry("location", "https://example.com/%E7%B5%90%E3%81%B3");
  }

  @Test
  void an_answer_open_to_all_keeps_what_it_was() {
    APIGatewayV2HTTPResponse answer = Answers.openToAll(Answers.json(400, "{\"error\":\"x\"}"));
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).isEqualTo("{\"error\":\"x\"}");
    assertThat(answer.getHeaders())
        .containsEntry("access-control-allow-origin", "*")
        .doesNotContainKey("access-control-allow-credentials");
  }
}
