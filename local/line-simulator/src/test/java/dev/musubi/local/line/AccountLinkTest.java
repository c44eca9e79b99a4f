package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.TARO;
import static dev.musubi.local.line.Line.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountLinkTest {
  private static final String NONCE = "nonce-of-16-byte";
  private final Watch watch = new Watch();
  private Line line = new Line(Line.PATIENT, watch);

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void the_holder_of_the_link_token_is_linked_and_the_webhook_says_who() {
    done(line.hana().approveAccountLink(dialog(linkToken(), NONCE)));

    var event = line.bot.newest().event();
    assertThat(event.at("/link/result").asText()).isEqualTo("ok");
    assertThat(event.at("/link/nonce").asText()).isEqualTo(NONCE);
    assertThat(event.at("/source/userId").asText()).isEqualTo(HANA);
    assertThat(event.has("replyToken")).isTrue();
  }

  @Test
  void somebody_else_fails_without_being_named() {
    done(line.taro().approveAccountLink(dialog(linkToken(), NONCE)));

    var event = line.bot.newest().event();
    assertThat(event.at("/link/result").asText()).isEqualTo("failed");
    assertThat(event.has("source")).isFalse();
    assertThat(event.has("replyToken")).isFalse();
  }

  @Test
  void a_link_token_is_good_once() {
    var token = linkToken();
    done(line.hana().approveAccountLink(dialog(token, NONCE)));

    var second = line.hana().approveAccountLink(dialog(token, NONCE));

    assertThat(second.problem()).isPresent();
    assertThat(line.bot.received()).hasSize(1);
  }

  @Test
  void a_link_token_is_good_for_ten_minutes_and_then_a_page_says_so_without_a_webhook() {
    var token = linkToken();
    line.clock.forward(Duration.ofMinutes(10));

    var page = page(dialog(token, NONCE), "en");

    assertThat(page.status()).isEqualTo(400);
    assertThat(text(page)).contains("expired");
    assertThat(line.hana().approveAccountLink(dialog(token, NONCE)).problem()).isPresent();
    assertThat(line.bot.received()).isEmpty();
  }

  @Test
  void a_nonce_has_10_to_255_characters() {
    assertThat(page(dialog(linkToken(), "9-letters"), "ja").status()).isEqualTo(400);
    assertThat(page(dialog(linkToken(), "a".repeat(256)), "ja").status()).isEqualTo(400);
    assertThat(page(dialog(linkToken(), "a".repeat(10)), "ja").status()).isEqualTo(200);
    assertThat(page(dialog(linkToken(), "a".repeat(255)), "ja").status()).isEqualTo(200);
  }

  @Test
  void the_page_speaks_the_visitors_language_and_lets_a_person_be_chosen() {
    assertThat(text(page(dialog(linkToken(), NONCE), "ja"))).contains("連携する").contains("花");
    assertThat(text(page(dialog(linkToken(), NONCE), "en"))).contains(">Link<");
  }

  @Test
  void the_page_confirms_by_a_form() {
    var form = "linkToken=%s&nonce=%s&user=%s".formatted(linkToken(), NONCE, HANA);

    var page =
        line.send(
            HttpRequest.newBuilder(line.at("/dialog/bot/accountLink"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

    assertThat(page.status()).isEqualTo(200);
    watch.awaitEnd();
    assertThat(line.bot.newest().event().at("/link/result").asText()).isEqualTo("ok");
  }

  @Test
  void what_the_address_carries_can_not_become_markup() {
    var page = page(dialog(linkToken(), "%22%3E%3Cscript%3Ealert"), "ja");

    assertThat(text(page)).doesNotContain("<script>");
  }

  @Test
  void a_link_token_of_another_server_is_refused_unless_another_server_stands_in() {
    assertThat(line.hana().approveAccountLink(dialog("elsewhere", NONCE)).problem()).isPresent();
  }

  @Test
  void with_a_foreign_api_a_token_of_another_server_belongs_to_the_visitor_and_is_good_once() {
    line.close();
    line = new Line(Line.PATIENT.withForeignApi(true));

    done(line.hana().approveAccountLink(dialog("elsewhere", NONCE)));
    assertThat(line.bot.newest().event().at("/source/userId").asText()).isEqualTo(HANA);

    assertThat(line.hana().approveAccountLink(dialog("elsewhere", NONCE)).problem()).isPresent();
  }

  @Test
  void with_a_foreign_api_the_page_asks_which_account_is_meant() {
    line.close();
    line = new Line(Line.PATIENT.withForeignApi(true));

    assertThat(text(page(dialog("elsewhere", NONCE), "en"))).contains("name=\"shop\"><option");
  }

  @Test
  void a_link_token_is_issued_for_people_that_exist() {
    assertThat(line.post("/v2/bot/user/x/linkToken", "").status()).isEqualTo(400);
    assertThat(line.post("/v2/bot/user/%s/linkToken".formatted(Line.NOBODY), "").status())
        .isEqualTo(404);
    assertThat(line.post("/v2/bot/user/%s/linkToken".formatted(TARO), "").status()).isEqualTo(200);
    assertThat(line.simulator.person(SHOP, TARO).friend()).isFalse();
  }

  private String linkToken() {
    return line.post("/v2/bot/user/%s/linkToken".formatted(HANA), "")
        .json()
        .path("linkToken")
        .asText();
  }

  private URI dialog(String token, String nonce) {
    return line.at("/dialog/bot/accountLink?linkToken=%s&nonce=%s".formatted(token, nonce));
  }

  private Line.Reply page(URI address, String language) {
    return line.send(HttpRequest.newBuilder(address).header("Accept-Language", language).GET());
  }

  private static String text(Line.Reply page) {
    return new String(page.http().body(), StandardCharsets.UTF_8);
  }
}
