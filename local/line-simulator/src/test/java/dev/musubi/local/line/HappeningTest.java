package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SECRET;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.bot.parser.LineSignatureValidator;
import com.linecorp.bot.parser.WebhookParser;
import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.ImageMessageContent;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.UnknownEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HappeningTest {
  private static final List<Happening> NEWER_THAN_THE_SDK =
      List.of(Happening.MESSAGE_EDITED, Happening.UNKNOWN);
  private final Line line = new Line();

  @AfterEach
  void close() {
    line.close();
  }

  @ParameterizedTest
  @EnumSource
  void everything_that_line_can_tell_is_told_on_demand(Happening what) throws Exception {
    var receipt = done(line.simulator.happen(SHOP, HANA, what)).getFirst();

    assertThat(receipt.accepted()).isTrue();
    var event = parsed();
    if (NEWER_THAN_THE_SDK.contains(what)) {
      assertThat(event).isInstanceOf(UnknownEvent.class);
    } else {
      assertThat(event).isNotInstanceOf(UnknownEvent.class);
    }
    assertThat(event.timestamp()).isEqualTo(line.clock.instant().toEpochMilli());
  }

  @ParameterizedTest
  @EnumSource
  void what_a_person_sends_can_be_got_by_the_message_id(Media.Kind kind) {
    done(line.hana().send(new Media(kind, "application/octet-stream", new byte[] {1, 2, 3})));

    var id = line.bot.newest().event().at("/message/id").asText();
    var content = line.get("/v2/bot/message/%s/content".formatted(id));
    assertThat(content.status()).isEqualTo(200);
    assertThat(content.http().body()).containsExactly(1, 2, 3);
    assertThat(content.header("content-type")).contains("application/octet-stream");
    var preparation = line.get("/v2/bot/message/%s/content/transcoding".formatted(id));
    assertThat(preparation.json().path("status").asText()).isEqualTo("succeeded");
    assertThat(line.get("/v2/bot/message/%s/content/preview".formatted(id)).status())
        .isEqualTo(kind == Media.Kind.IMAGE ? 200 : 404);
  }

  @Test
  void a_picture_is_what_lines_own_sdk_takes() throws Exception {
    done(line.hana().send(new Media(Media.Kind.IMAGE, "image/png", new byte[] {1})));

    assertThat(parsed())
        .isInstanceOfSatisfying(
            MessageEvent.class,
            event -> assertThat(event.message()).isInstanceOf(ImageMessageContent.class));
  }

  @Test
  void what_is_unsent_is_gone() {
    done(line.hana().send(new Media(Media.Kind.IMAGE, "image/png", new byte[] {1})));
    var id = line.bot.newest().event().at("/message/id").asText();

    done(line.simulator.happen(SHOP, HANA, Happening.UNSEND));

    assertThat(line.bot.newest().event().at("/unsend/messageId").asText()).isEqualTo(id);
    assertThat(line.get("/v2/bot/message/%s/content".formatted(id)).status()).isEqualTo(404);
  }

  @Test
  void what_a_person_wrote_is_marked_as_read_by_its_token() {
    done(line.hana().say("hi"));
    var token = line.bot.newest().event().at("/message/markAsReadToken").asText();
    assertThat(line.hana().readAt()).isEmpty();

    var path = "/v2/bot/chat/markAsRead";
    assertThat(line.post(path, "{\"markAsReadToken\":\"%s\"}".formatted(token)).status())
        .isEqualTo(200);
    assertThat(line.post(path, "{\"markAsReadToken\":\"other\"}").status()).isEqualTo(400);

    assertThat(line.hana().readAt()).contains(line.clock.instant());
  }

  @Test
  void marking_by_person_is_for_approved_accounts() {
    var body = "{\"chat\":{\"userId\":\"%s\"}}".formatted(HANA);
    assertThat(line.post("/v2/bot/message/markAsRead", body).status()).isEqualTo(200);
    assertThat(line.hana().readAt()).isPresent();

    try (var plain = new Line(Line.PATIENT.withVerifiedAccounts(false))) {
      assertThat(plain.post("/v2/bot/message/markAsRead", body).status()).isEqualTo(403);
    }
  }

  private Event parsed() throws Exception {
    var received = line.bot.newest();
    var parser =
        new WebhookParser(new LineSignatureValidator(SECRET.getBytes(StandardCharsets.UTF_8)));
    return parser
        .handle(received.signature(), received.body().getBytes(StandardCharsets.UTF_8))
        .events()
        .getFirst();
  }
}
