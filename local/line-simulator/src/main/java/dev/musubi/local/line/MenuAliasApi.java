package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Names for rich menus that can move from one menu to another.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#rich-menu-alias">rich menu
 *     alias</a>
 */
final class MenuAliasApi {
  private static final String ALIAS = "/v2/bot/richmenu/alias";
  private static final String ONE = ALIAS + "/{richMenuAliasId}";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Fixed paths come before those with a parameter. */
  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(ALIAS + "/list", MenuAliasApi::aliases),
        Endpoint.post(ALIAS, MenuAliasApi::createAlias),
        Endpoint.get(ONE, MenuAliasApi::alias),
        Endpoint.post(ONE, MenuAliasApi::moveAlias),
        Endpoint.delete(ONE, MenuAliasApi::deleteAlias).at(RateLimit.perHour(100)));
  }

  private static Answer createAlias(Call call) {
    var alias = call.text("richMenuAliasId");
    var id = call.text("richMenuId");
    if (!alias.matches("[a-z0-9_-]{1,32}")) {
      throw new Refused(
          Answer.error(
              400, "The request body has 1 error(s)", "richMenuAliasId", "invalid property"));
    }
    if (call.channel().menus().aliased(alias).isPresent()) {
      throw new Refused(400, "conflict richmenu alias id");
    }
    requireAliasable(call, id);
    call.channel().menus().alias(alias, id);
    return Answer.empty(200);
  }

  private static Answer alias(Call call) {
    return Answer.ok(aliasOf(call.path("richMenuAliasId"), aliased(call)));
  }

  private static Answer moveAlias(Call call) {
    aliased(call);
    var id = call.text("richMenuId");
    requireAliasable(call, id);
    call.channel().menus().alias(call.path("richMenuAliasId"), id);
    return Answer.empty(200);
  }

  private static Answer deleteAlias(Call call) {
    aliased(call);
    call.channel().menus().deleteAlias(call.path("richMenuAliasId"));
    return Answer.empty(200);
  }

  private static Answer aliases(Call call) {
    var body = JSON.objectNode();
    var all = body.putArray("aliases");
    call.channel().menus().aliases().forEach((alias, id) -> all.add(aliasOf(alias, id)));
    return Answer.ok(body);
  }

  private static void requireAliasable(Call call, String id) {
    if (call.channel().menus().find(id).isEmpty()) {
      throw new Refused(400, "richmenu not found");
    }
    RichMenuApi.requireShowable(call, id);
  }

  private static JsonNode aliasOf(String alias, String id) {
    return JSON.objectNode().put("richMenuAliasId", alias).put("richMenuId", id);
  }

  private static String aliased(Call call) {
    return call.channel()
        .menus()
        .aliased(call.path("richMenuAliasId"))
        .orElseThrow(() -> new Refused(404, "richmenu alias not found"));
  }
}
