package dev.musubi.line.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.sending.RetryKey;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Rendered;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pushes with a retry key and replies without one; one content always makes one body.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">Retry an
 *     API request</a>
 */
public final class LineSender implements Sender {
  private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};
  private static final Pattern ID = Pattern.compile("[UCR][0-9a-f]{32}");
  private static final int LONGEST_REASON = 100;

  private final LineCalls calls;
  private final ObjectMapper json = ModelObjectMapper.createNewObjectMapper();

  public LineSender(LineCalls calls) {
    this.calls = calls;
  }

  @Override
  public WireOutcome push(ShopId shop, RetryKey key, LineUserId to, Rendered message) {
    PushMessageRequest request =
        new PushMessageRequest(to.value(), messages(message), false, List.of());
    return outcome(calls.callRepeatable(shop, line -> line.pushMessage(key.uuid(), request)));
  }

  @Override
  public WireOutcome reply(ShopId shop, ReplyToken token, Rendered message) {
    ReplyMessageRequest request = new ReplyMessageRequest(token.value(), messages(message), false);
    return outcome(calls.call(shop, line -> line.replyMessage(request)));
  }

  private List<Message> messages(Rendered rendered) {
    try {
      return json.readValue(rendered.messages(), MESSAGES);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'messages' must be an array of LINE's messages");
    }
  }

  private static WireOutcome outcome(LineAnswer<?> answer) {
    return switch (answer) {
      case LineAnswer.Ok<?>(var result) ->
          new WireOutcome.Accepted(Optional.ofNullable(result.requestId()).orElse(""));
      case LineAnswer.Status<?> status -> outcome(status);
      case LineAnswer.NoToken<?> none -> new WireOutcome.TokenRejected();
      case LineAnswer.Unclear<?>(String cause) -> new WireOutcome.Unclear(cause);
    };
  }

  /** LINE tells the two meanings of 429 apart by its text alone. */
  private static WireOutcome outcome(LineAnswer.Status<?> status) {
    return switch (status.code()) {
      case 409 -> new WireOutcome.Accepted(status.accepted().orElse(""));
      case 429 ->
          status.reason().toLowerCase(Locale.ROOT).contains("monthly limit")
              ? new WireOutcome.MonthlyLimit()
              : new WireOutcome.Throttled();
      case 400, 403, 404, 410, 413, 415, 422 -> new WireOutcome.Refused(refusal(status));
      default -> new WireOutcome.Unclear(Integer.toString(status.code()));
    };
  }

  private static String refusal(LineAnswer.Status<?> status) {
    String reason = ID.matcher(status.reason()).replaceAll("…");
    return (status.code() + " " + reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
        .strip();
  }
}
