package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;

/**
 * What people sent beside text: pictures, films, sounds and files, until it is unsent.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#getting-content">getting
 *     content</a>
 */
final class ContentApi {
  private static final String CONTENT = "/v2/bot/message/{messageId}/content";

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(CONTENT, call -> bytes(media(call))),
        Endpoint.get(CONTENT + "/preview", ContentApi::preview),
        Endpoint.get(CONTENT + "/transcoding", ContentApi::transcoding));
  }

  private static Answer preview(Call call) {
    var media = media(call);
    if (media.kind() != Media.Kind.IMAGE) {
      throw new Refused(404, "Not found");
    }
    return bytes(media);
  }

  private static Answer transcoding(Call call) {
    media(call);
    return Answer.ok(JsonNodeFactory.instance.objectNode().put("status", "succeeded"));
  }

  private static Answer bytes(Media media) {
    return new Answer(200, media.contentType(), media.bytes(), Map.of());
  }

  private static Media media(Call call) {
    return call.channel()
        .media(call.path("messageId"))
        .orElseThrow(() -> new Refused(404, "Not found"));
  }
}
