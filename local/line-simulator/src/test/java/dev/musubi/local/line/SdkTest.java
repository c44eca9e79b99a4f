package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.FlexText;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.TextMessage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** LINE's own client finds here what it finds at LINE. */
class SdkTest {
  private static final UUID KEY = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
  private final Line line = new Line();
  private final MessagingApiClient client =
      MessagingApiClient.builder(line.token())
          .apiEndPoint(line.simulator.base())
          .usingDefaultLogger(false)
          .build();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void the_sdk_pushes_and_reads_the_message_id() throws Exception {
    var result = client.pushMessage(KEY, push()).get();

    assertThat(result.body().sentMessages()).hasSize(1);
    assertThat(result.requestId()).isEqualTo(line.simulator.messages().getFirst().requestId());
  }

  @Test
  void the_sdk_learns_from_a_409_what_was_accepted() throws Exception {
    var first = client.pushMessage(KEY, push()).get();

    assertThatThrownBy(() -> client.pushMessage(KEY, push()).get())
        .cause()
        .isInstanceOfSatisfying(
            MessagingApiClientException.class,
            e -> {
              assertThat(e.getCode()).isEqualTo(409);
              assertThat(e.getHeader("x-line-accepted-request-id")).isEqualTo(first.requestId());
              assertThat(e.getSentMessages()).isEqualTo(first.body().sentMessages());
            });
  }

  @Test
  void a_flex_message_as_the_sdk_writes_it_is_taken() throws Exception {
    var text = new FlexText.Builder().text("こんにちは").wrap(true).build();
    var body = new FlexBox.Builder(FlexBox.Layout.VERTICAL, List.of(text)).build();
    var flex = new FlexMessage("alt", new FlexBubble.Builder().body(body).build());

    var result =
        client.pushMessage(KEY, new PushMessageRequest.Builder(HANA, List.of(flex)).build()).get();

    assertThat(result.body().sentMessages()).hasSize(1);
  }

  @Test
  void the_sdk_replies_asks_and_links() throws Exception {
    done(line.hana().say("hi"));
    var token = line.bot.newest().event().path("replyToken").asText();

    var reply = new ReplyMessageRequest.Builder(token, List.of(new TextMessage("ok"))).build();
    assertThat(client.replyMessage(reply).get().body().sentMessages()).hasSize(1);
    assertThat(client.getProfile(HANA).get().body().displayName()).isEqualTo("花");
    assertThat(client.getBotInfo().get().body().userId()).isEqualTo(Line.BOT_USER);
    assertThat(client.issueLinkToken(HANA).get().body().linkToken()).isNotEmpty();
    assertThat(client.getMessageQuota().get().body().type().name()).isEqualTo("NONE");
    assertThat(client.getFollowers(null, 10).get().body().userIds()).containsExactly(HANA);
  }

  private static PushMessageRequest push() {
    return new PushMessageRequest.Builder(HANA, List.of(new TextMessage("a"))).build();
  }
}
