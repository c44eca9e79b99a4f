package dev.musubi.local.line;

import java.util.List;

/**
 * Marks what people wrote as read: by the token of a message, or, for approved accounts, by person.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#mark-as-read">mark as
 *     read</a>
 */
final class ReadMarkApi {
  private final boolean approved;

  ReadMarkApi(boolean approved) {
    this.approved = approved;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/v2/bot/chat/markAsRead", ReadMarkApi::byToken),
        Endpoint.post("/v2/bot/message/markAsRead", this::byPerson));
  }

  private static Answer byToken(Call call) {
    var marks = call.channel().readMarks();
    var userId =
        marks
            .writer(call.text("markAsReadToken"))
            .orElseThrow(() -> invalid("markAsReadToken", "invalid property"));
    marks.read(userId, call.now());
    return Answer.empty(200);
  }

  private Answer byPerson(Call call) {
    if (!approved) {
      throw new Refused(403, "Access to this API is not available for your account");
    }
    var userId = call.body().path("chat").path("userId").asText();
    if (!ChannelSpec.USER_ID.matcher(userId).matches()) {
      throw invalid("chat.userId", "invalid property");
    }
    call.channel().readMarks().read(userId, call.now());
    return Answer.empty(200);
  }

  private static Refused invalid(String property, String detail) {
    return new Refused(Answer.error(400, "The request body has 1 error(s)", property, detail));
  }
}
