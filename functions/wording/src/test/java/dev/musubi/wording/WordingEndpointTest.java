package dev.musubi.wording;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.WordingSettings;
import dev.musubi.core.wording.MessageCheck;
import dev.musubi.core.wording.MessageCheck.Checked;
import dev.musubi.core.wording.OwnTemplate;
import dev.musubi.core.wording.TemplateVersion;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.flex.TemplateProof;
import dev.musubi.testkit.functions.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingEndpointTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final LineUserId OWNER = new LineUserId("U" + "5".repeat(32));

  private final Stores stores = Stores.ofTwoShops(NOW);
  private Checked line = new Checked.Fine();

  @Test
  void a_kept_template_is_used_from_then_on_and_the_former_one_stays_readable() {
    assertThat(keep("ひとつめ")).containsEntry("kept", kept(1));
    assertThat(keep("ふたつめ")).containsEntry("kept", kept(2));

    assertThat(wording().own(Kind.CART)).contains(2);
    for (int number : new int[] {1, 2}) {
      assertThat(stores.templates().find(HANAMICHI.id(), version(number))).isPresent();
    }
    assertThat(ask(Map.of("show", named())).toString()).contains("ふたつめ");
  }

  @Test
  void a_template_that_cannot_be_is_refused_with_sentences_and_nothing_changes() {
    Map<String, Object> answer = ask(Map.of("keep", with("messages", List.of(Map.of()))));
    assertThat(answer.get("refused")).asString().contains("template.messages");
    assertNothingKept();
  }

  @Test
  void what_LINE_itself_does_not_take_is_refused_in_its_words() {
    line = new Checked.Objections(List.of("size: must be a known size"));
    assertThat(keep("x").get("refused")).asString().contains("must be a known size");
    assertNothingKept();
  }

  @Test
  void while_LINE_cannot_be_asked_nothing_is_kept() {
    line = new Checked.Unclear("timeout");
    assertThat(keep("x").get("refused")).asString().contains("again");
    assertNothingKept();
  }

  @Test
  void
      who_died_after_storing_leaves_a_template_that_nobody_uses_and_the_next_one_has_its_own_number() {
    keep("一");
    stores
        .templates()
        .add(
            HANAMICHI.id(),
            stores
                .templates()
                .find(HANAMICHI.id(), version(1))
                .map(t -> new OwnTemplate(version(2), t.messages()))
                .orElseThrow());
    assertThat(wording().own(Kind.CART)).contains(1);
    assertThat(keep("三")).containsEntry("kept", kept(3));
  }

  @Test
  void without_a_template_of_its_own_the_ready_text_is_shown() {
    assertThat(ask(Map.of("show", named())).get("messages")).asString().contains("煎茶");
  }

  @Test
  void a_sample_goes_to_the_phone_of_a_linked_customer_once_a_minute() {
    link(new CustomerId(9));
    Map<String, Object> send = Map.of("send", with("customer", "9"));
    assertThat(ask(send)).containsEntry("sent", true);
    assertThat(ask(send)).containsEntry("sent", true);

    assertThat(stores.sender().arrived())
        .singleElement()
        .satisfies(a -> assertThat(a.to()).isEqualTo(OWNER));
  }

  @Test
  void a_sample_for_who_is_not_linked_is_refused() {
    assertThat(ask(Map.of("send", with("customer", "9"))).get("refused"))
        .asString()
        .contains("not linked");
    assertThat(stores.sender().calls()).isZero();
  }

  @Test
  void the_merchant_is_told_why_LINE_did_not_take_a_sample() {
    link(new CustomerId(9));
    stores.sender().answers(new WireOutcome.MonthlyLimit());
    assertThat(ask(Map.of("send", with("customer", "9"))).get("refused"))
        .asString()
        .contains("monthly limit");
  }

  @Test
  void a_template_of_one_shop_is_not_shown_to_another() {
    keep("花道だけ");
    Map<String, Object> other =
        endpoint().answer(Map.of("shop", KYOTO.id().handle(), "show", named()));
    assertThat(other.toString()).doesNotContain("花道だけ");
  }

  @Test
  void a_request_that_makes_no_sense_gets_a_sentence() {
    for (Map<String, Object> request :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("shop", "no/such"),
            Map.of("shop", "hanamichi"),
            Map.of("shop", "hanamichi", "keep", Map.of("kind", "TELEX")),
            Map.of("shop", "hanamichi", "show", Map.of("kind", "CART", "language", "tlh")),
            Map.of("shop", "nobody", "show", named()))) {
      assertThat(endpoint().answer(request)).containsKey("refused");
    }
  }

  @ParameterizedTest
  @CsvSource({"keep, kept", "show, messages", "send, refused", "hostile, refused"})
  void every_example_gets_its_answer(String file, String answer) throws IOException {
    Map<String, Object> request =
        new ObjectMapper()
            .readValue(
                Path.of("../../events/wording", file + ".json").toFile(),
                new TypeReference<Map<String, Object>>() {});
    request.put("shop", HANAMICHI.id().handle());
    assertThat(endpoint().answer(request)).containsOnlyKeys(answer);
  }

  private WordingEndpoint endpoint() {
    MessageCheck check = (shop, message) -> line;
    return new WordingEndpoint(
        new Workshop(
            stores.shops(),
            stores.templates(),
            new TemplateProof(new FlexRenderer(stores.templates())),
            check,
            new TestSend(stores.links(), stores.sender(), stores.clock()),
            stores.clock()));
  }

  private Map<String, Object> ask(Map<String, Object> request) {
    Map<String, Object> whole = new HashMap<>(request);
    whole.put("shop", HANAMICHI.id().handle());
    return endpoint().answer(whole);
  }

  private Map<String, Object> keep(String altText) {
    return ask(Map.of("keep", with("messages", messages(altText))));
  }

  private static List<?> messages(String altText) {
    try {
      return new ObjectMapper()
          .readValue(
              """
              [{"type":"flex","altText":"%s","contents":{"type":"bubble","body":{"type":"box",
              "layout":"vertical","contents":[{"type":"button","action":{"type":"postback","label":"止める",
              "data":"musubi:stop?kind=CART"}},{"type":"button","action":{"type":"postback","label":"なぜ?",
              "data":"musubi:why?kind=CART"}}]}}}]"""
                  .formatted(altText),
              List.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> named() {
    return Map.of("kind", "CART", "language", "ja");
  }

  private static Map<String, Object> with(String name, Object value) {
    return Map.of("kind", "CART", "language", "ja", name, value);
  }

  private static Map<String, Object> kept(int number) {
    return Map.of("kind", "CART", "language", "ja", "number", number);
  }

  private static TemplateVersion version(int number) {
    return new TemplateVersion(Kind.CART, Language.JA, number, true);
  }

  private WordingSettings wording() {
    return stores.shops().find(HANAMICHI.id()).orElseThrow().settings().wording();
  }

  private void assertNothingKept() {
    assertThat(wording().own(Kind.CART)).isEmpty();
    assertThat(stores.templates().newest(HANAMICHI.id(), Kind.CART, Language.JA)).isZero();
  }

  private void link(CustomerId customer) {
    Nonce nonce = Nonce.of(new byte[Nonce.BYTES]);
    stores
        .links()
        .open(
            new LinkAttempt(
                HANAMICHI.id(), nonce.hash(), customer, EntryRoute.CHAT, NOW.plusSeconds(600)));
    stores.links().complete(HANAMICHI.id(), nonce, OWNER, "event-1", NOW);
  }
}
