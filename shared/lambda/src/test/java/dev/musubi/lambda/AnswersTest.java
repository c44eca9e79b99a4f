package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

  @Test
  void no_answer_may_be_stored_or_framed_or_named_as_a_referrer() {
    List<APIGatewayV2HTTPResponse> all =
        List.of(
            Answers.empty(200),
            Answers.json(200, "{}"),
            Answers.text(404, "no"),
            Answers.page(200, "<p>yes</p>"),
            Answers.redirect(URI.create("https://example.com/")),
            Answers.openToAll(Answers.empty(204)),
            Answers.retryAfter(Answers.page(503, "later"), 5));
    assertThat(all)
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
