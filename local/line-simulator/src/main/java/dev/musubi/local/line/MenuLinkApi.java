package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Which person has which rich menu; for who is no friend LINE says yes and does nothing.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#per-user-rich-menu">per-user
 *     rich menu</a>
 */
final class MenuLinkApi {
  private static final String USER = "/v2/bot/user/{userId}/richmenu";
  private static final int MOST = 500;

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/v2/bot/richmenu/bulk/link", MenuLinkApi::linkAll),
        Endpoint.post("/v2/bot/richmenu/bulk/unlink", MenuLinkApi::unlinkAll),
        Endpoint.get(USER, MenuLinkApi::get),
        Endpoint.delete(USER, MenuLinkApi::unlink),
        Endpoint.bare(USER + "/{richMenuId}", MenuLinkApi::link));
  }

  private static Answer get(Call call) {
    return call.channel()
        .menus()
        .linkedTo(call.userId())
        .map(RichMenuApi::named)
        .orElseThrow(MenuLinkApi::noMenu);
  }

  private static Refused noMenu() {
    var body = JsonNodeFactory.instance.objectNode().put("message", "the user has no richmenu");
    body.putArray("details");
    return new Refused(Answer.json(404, body));
  }

  private static Answer link(Call call) {
    var userId = call.userId();
    RichMenuApi.requireShowable(call, call.path("richMenuId"));
    linkFriend(call, userId, call.path("richMenuId"));
    return Answer.empty(200);
  }

  private static Answer unlink(Call call) {
    call.channel().menus().unlink(call.userId());
    return Answer.empty(200);
  }

  private static Answer linkAll(Call call) {
    var id = call.text("richMenuId");
    var users = users(call);
    RichMenuApi.requireShowable(call, id);
    users.forEach(userId -> linkFriend(call, userId, id));
    return Answer.empty(202);
  }

  private static Answer unlinkAll(Call call) {
    users(call).forEach(call.channel().menus()::unlink);
    return Answer.empty(202);
  }

  private static void linkFriend(Call call, String userId, String id) {
    if (call.channel().friendship(userId).friend()) {
      call.channel().menus().link(userId, id);
    }
  }

  private static List<String> users(Call call) {
    var users = call.body().path("userIds");
    if (!users.isArray() || users.isEmpty() || users.size() > MOST) {
      throw invalid("userIds", "Size must be between 1 and " + MOST);
    }
    for (var i = 0; i < users.size(); i++) {
      if (!ChannelSpec.USER_ID.matcher(users.get(i).asText()).matches()) {
        throw invalid("userIds[" + i + "]", "invalid property");
      }
    }
    return users.valueStream().map(JsonNode::asText).toList();
  }

  private static Refused invalid(String property, String detail) {
    return new Refused(Answer.error(400, "The request body has 1 error(s)", property, detail));
  }
}
