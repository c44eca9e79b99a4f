package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.line.limits.RichMenuLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rich menus: their objects, images, and the default one.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#rich-menu">rich menu</a>
 */
final class RichMenuApi {
  private static final String MENU = "/v2/bot/richmenu";
  private static final String ONE = MENU + "/{richMenuId}";
  private static final String DEFAULT = "/v2/bot/user/all/richmenu";
  private static final int IMAGE_BYTES = 1024 * 1024;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RandomIds ids;

  RichMenuApi(RandomIds ids) {
    this.ids = ids;
  }

  /** Fixed paths come before those with a parameter. */
  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(MENU + "/validate", RichMenuApi::validate),
        Endpoint.get(MENU + "/list", RichMenuApi::list).at(RateLimit.perSecond(10)),
        Endpoint.post(MENU, this::create).at(RateLimit.perHour(100)),
        Endpoint.bare(ONE + "/content", RichMenuApi::upload),
        Endpoint.get(ONE + "/content", RichMenuApi::download),
        Endpoint.get(ONE, call -> Answer.ok(menu(call).content())),
        Endpoint.delete(ONE, RichMenuApi::delete).at(RateLimit.perHour(100)),
        Endpoint.get(DEFAULT, RichMenuApi::standard),
        Endpoint.delete(DEFAULT, RichMenuApi::noStandard),
        Endpoint.bare(DEFAULT + "/{richMenuId}", RichMenuApi::setStandard));
  }

  static Refused noMenu() {
    return new Refused(404, "richmenu not found");
  }

  /** Refuses a menu that does not exist or has no image yet. */
  static void requireShowable(Call call, String id) {
    var menu = call.channel().menus().find(id).orElseThrow(RichMenuApi::noMenu);
    if (menu.image().isEmpty()) {
      throw new Refused(400, "must upload richmenu image before applying it to user");
    }
  }

  static Answer named(String id) {
    return Answer.ok(JSON.objectNode().put("richMenuId", id));
  }

  private static Answer validate(Call call) {
    var complaints = RichMenuLimits.complaints(call.body());
    if (!complaints.isEmpty()) {
      throw new Refused(Answer.complaints(complaints));
    }
    return Answer.empty(200);
  }

  private Answer create(Call call) {
    validate(call);
    var menus = call.channel().menus();
    if (menus.all().size() >= RichMenus.MOST) {
      throw new Refused(400, "The number of rich menus has reached the limit");
    }
    var id = ids.richMenuId();
    ObjectNode content = JSON.objectNode().put("richMenuId", id);
    content.setAll((ObjectNode) call.body());
    menus.create(id, content.put("richMenuId", id));
    return named(id);
  }

  private static Answer list(Call call) {
    var body = JSON.objectNode();
    var menus = body.putArray("richmenus");
    call.channel().menus().all().forEach(menu -> menus.add(menu.content()));
    return Answer.ok(body);
  }

  private static Answer delete(Call call) {
    menu(call);
    call.channel().menus().delete(call.path("richMenuId"));
    return Answer.empty(200);
  }

  private static Answer upload(Call call) {
    if (menu(call).image().isPresent()) {
      throw new Refused(400, "An image has already been uploaded to the richmenu");
    }
    var type = Optional.ofNullable(call.http().contentType()).orElse("");
    if (!List.of("image/jpeg", "image/png").contains(type)) {
      throw new Refused(415, "The content type, " + type + ", is not supported");
    }
    var bytes = call.http().bodyAsBytes();
    if (bytes.length > IMAGE_BYTES) {
      throw new Refused(413, "Request Entity Too Large");
    }
    var size = Picture.sizeOf(bytes, type);
    if (!size.map(found -> RichMenuLimits.imageFits(found.width(), found.height())).orElse(false)) {
      throw new Refused(400, "Image size is invalid");
    }
    call.channel().menus().picture(call.path("richMenuId"), new RichMenus.Image(type, bytes));
    return Answer.empty(200);
  }

  private static Answer download(Call call) {
    var image = menu(call).image().orElseThrow(() -> new Refused(404, "Not found"));
    return new Answer(200, image.contentType(), image.bytes(), Map.of());
  }

  private static Answer standard(Call call) {
    return named(
        call.channel()
            .menus()
            .standard()
            .orElseThrow(() -> new Refused(404, "no default richmenu")));
  }

  private static Answer setStandard(Call call) {
    var id = call.path("richMenuId");
    requireShowable(call, id);
    call.channel().menus().standard(Optional.of(id));
    return Answer.empty(200);
  }

  private static Answer noStandard(Call call) {
    call.channel().menus().standard(Optional.empty());
    return Answer.empty(200);
  }

  private static RichMenus.Menu menu(Call call) {
    return call.channel().menus().find(call.path("richMenuId")).orElseThrow(RichMenuApi::noMenu);
  }
}
