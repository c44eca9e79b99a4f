package dev.musubi.line.api;

import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.RichMenuArea;
import com.linecorp.bot.messaging.model.RichMenuBounds;
import com.linecorp.bot.messaging.model.RichMenuRequest;
import com.linecorp.bot.messaging.model.RichMenuSize;
import com.linecorp.bot.messaging.model.URIAction;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.shop.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/**
 * One of Musubi's rich menus: of who is linked, or of who is not. A changed picture or area is a
 * new {@link #DESIGN}, because LINE lets nobody replace them.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/rich-menus-overview/">Rich menus
 *     overview</a>
 */
record RichMenu(Language language, boolean linked) {
  private static final int DESIGN = 2;
  private static final long WIDTH = 1200;
  private static final long HEIGHT = 405;

  /** The name under which LINE finds the menu. */
  String alias() {
    return "musubi-" + (linked ? "linked" : "not-linked") + "-" + language.tag() + "-" + DESIGN;
  }

  /** Tells a menu of this design that leads to this shop from every other. */
  String name(URI shop) {
    return alias() + " " + shop;
  }

  RichMenuRequest request(URI shop) {
    return new RichMenuRequest(
        new RichMenuSize(WIDTH, HEIGHT),
        true,
        name(shop),
        language.of("メニュー", "Menu"),
        linked ? linkedAreas(shop) : notLinkedAreas(shop));
  }

  byte[] picture() {
    String file = "rich-menus/" + alias() + ".png";
    try (InputStream in = RichMenu.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<RichMenuArea> notLinkedAreas(URI shop) {
    return List.of(
        area(0, 600, tap("LINE連携", "Link LINE", new ChatCommand.Link(EntryRoute.RICH_MENU))),
        area(600, 300, preferences()),
        area(900, 300, visit(shop)));
  }

  private List<RichMenuArea> linkedAreas(URI shop) {
    return List.of(
        area(0, 400, visit(shop)),
        area(400, 400, preferences()),
        area(800, 400, tap("連携解除", "Unlink", new ChatCommand.AskToUnlink())));
  }

  private Action preferences() {
    return tap("配信設定", "Preferences", new ChatCommand.Preferences());
  }

  private Action visit(URI shop) {
    return new URIAction(language.of("ショップ", "Shop"), shop, null);
  }

  private Action tap(String japanese, String english, ChatCommand command) {
    String label = language.of(japanese, english);
    return new PostbackAction(label, command.data(), label, null, null, null);
  }

  private static RichMenuArea area(long x, long width, Action action) {
    return new RichMenuArea(new RichMenuBounds(x, 0L, width, HEIGHT), action);
  }
}
