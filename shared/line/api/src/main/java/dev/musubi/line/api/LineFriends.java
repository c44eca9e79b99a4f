package dev.musubi.line.api;

import com.linecorp.bot.client.base.UploadFile;
import com.linecorp.bot.messaging.model.CreateRichMenuAliasRequest;
import com.linecorp.bot.messaging.model.UpdateRichMenuAliasRequest;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkToken;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/**
 * Link tokens and rich menus. Who is not linked has no menu of their own and so sees the default
 * one; whatever LINE answers but success is an {@link UncheckedIOException}.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/linking-accounts/">Linking
 *     accounts</a>
 */
public final class LineFriends implements Friends {
  private final LineCalls calls;

  public LineFriends(LineCalls calls) {
    this.calls = calls;
  }

  @Override
  public LinkToken linkToken(ShopId shop, LineUserId user) {
    return new LinkToken(
        done("link token", calls.call(shop, line -> line.issueLinkToken(user.value())))
            .linkToken());
  }

  @Override
  public boolean menu(ShopId shop, LineUserId user, Language language, boolean linked) {
    if (!linked) {
      found("unlink menu", calls.call(shop, line -> line.unlinkRichMenuIdFromUser(user.value())));
      return true;
    }
    Optional<String> menu = menuOf(shop, new RichMenu(language, true).alias());
    menu.ifPresent(
        id ->
            done(
                "link menu",
                calls.call(shop, line -> line.linkRichMenuIdToUser(user.value(), id))));
    return menu.isPresent();
  }

  @Override
  public void prepareMenus(ShopId shop, Storefront storefront, Language language) {
    URI home = storefront.origin().resolve("/");
    prepared(shop, new RichMenu(language, true), home);
    String standard = prepared(shop, new RichMenu(language, false), home);
    done("default menu", calls.call(shop, line -> line.setDefaultRichMenu(standard)));
  }

  /** The id of the menu, made anew if there is none or it leads to another shop. */
  private String prepared(ShopId shop, RichMenu menu, URI home) {
    Optional<String> aliased = menuOf(shop, menu.alias());
    Optional<String> good = aliased.filter(id -> isNamed(shop, id, menu.name(home)));
    if (good.isPresent()) {
      return good.get();
    }
    String made = create(shop, menu, home);
    if (aliased.isPresent()) {
      var update = new UpdateRichMenuAliasRequest(made);
      done("alias", calls.call(shop, line -> line.updateRichMenuAlias(menu.alias(), update)));
    } else {
      var create = new CreateRichMenuAliasRequest(menu.alias(), made);
      done("alias", calls.call(shop, line -> line.createRichMenuAlias(create)));
    }
    return made;
  }

  private String create(ShopId shop, RichMenu menu, URI home) {
    String id =
        done("create menu", calls.call(shop, line -> line.createRichMenu(menu.request(home))))
            .richMenuId();
    UploadFile picture = UploadFile.fromByteArray(menu.picture(), "image/png");
    LineAnswer<Void> upload = calls.callData(shop, line -> line.setRichMenuImage(id, picture));
    if (!(upload instanceof LineAnswer.Ok<Void>)) {
      // A menu without a picture is of no use, and an account holds only 1,000.
      calls.call(shop, line -> line.deleteRichMenu(id));
    }
    done("menu picture", upload);
    return id;
  }

  private Optional<String> menuOf(ShopId shop, String alias) {
    return found("alias", calls.call(shop, line -> line.getRichMenuAlias(alias)))
        .map(answer -> answer.richMenuId());
  }

  private boolean isNamed(ShopId shop, String id, String name) {
    return found("menu", calls.call(shop, line -> line.getRichMenu(id)))
        .filter(menu -> name.equals(menu.name()))
        .isPresent();
  }

  private static <T> Optional<T> found(String what, LineAnswer<T> answer) {
    return answer instanceof LineAnswer.Status<T> status && status.code() == 404
        ? Optional.empty()
        : Optional.ofNullable(done(what, answer));
  }

  private static <T> T done(String what, LineAnswer<T> answer) {
    return switch (answer) {
      case LineAnswer.Ok<T>(var result) -> result.body();
      case LineAnswer.Status<T> status -> throw failure(what, Integer.toString(status.code()));
      case LineAnswer.NoToken<T> none -> throw failure(what, "credentials refused");
      case LineAnswer.Unclear<T>(String cause) -> throw failure(what, cause);
    };
  }

  private static UncheckedIOException failure(String what, String why) {
    return new UncheckedIOException(new IOException("LINE, " + what + ": " + why));
  }
}
