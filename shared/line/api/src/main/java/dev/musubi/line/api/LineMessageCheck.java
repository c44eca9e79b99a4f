package dev.musubi.line.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.ValidateMessageRequest;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.MessageCheck;
import dev.musubi.core.wording.Rendered;
import java.util.List;

/**
 * Checks a message by a round trip through LINE Bot SDK's models, which drop what LINE does not
 * know, and then by LINE itself.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#validate-push-message">Validate
 *     message objects of a push message</a>
 */
public final class LineMessageCheck implements MessageCheck {

  private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};

  private final LineCalls calls;
  private final ObjectMapper models = ModelObjectMapper.createNewObjectMapper();
  private final ObjectMapper json = new ObjectMapper();

  public LineMessageCheck(LineCalls calls) {
    this.calls = calls;
  }

  @Override
  public Checked check(ShopId shop, Rendered message) {
    List<Message> messages;
    try {
      messages = models.readValue(message.messages(), MESSAGES);
      String back = models.writerFor(MESSAGES).writeValueAsString(messages);
      if (!json.readTree(back).equals(json.readTree(message.messages()))) {
        return new Checked.Objections(List.of("it has properties that LINE does not know"));
      }
    } catch (JsonProcessingException e) {
      return new Checked.Objections(List.of("it is no array of LINE's messages"));
    }
    return byLine(shop, new ValidateMessageRequest(messages));
  }

  private Checked byLine(ShopId shop, ValidateMessageRequest request) {
    return switch (calls.call(shop, line -> line.validatePush(request))) {
      case LineAnswer.Ok<?> ok -> new Checked.Fine();
      case LineAnswer.Status<?> status when status.code() == 400 ->
          new Checked.Objections(List.of(status.reason()));
      case LineAnswer.Status<?> status -> new Checked.Unclear(Integer.toString(status.code()));
      case LineAnswer.NoToken<?> none -> new Checked.Unclear("credentials");
      case LineAnswer.Unclear<?>(String cause) -> new Checked.Unclear(cause);
    };
  }
}
