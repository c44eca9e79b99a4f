package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.Formats;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** The shop itself does not let a message go out. */
public sealed interface ShopClosed extends Reason {

  @Override
  default String policy() {
    return "shop";
  }

  record Uninstalled() implements ShopClosed {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("ショップがアプリを削除しています", "the shop has removed the app");
    }
  }

  record Paused(Instant until) implements ShopClosed {
    public Paused {
      Objects.requireNonNull(until, "'until' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "LINEの認証に失敗したため" + Formats.moment(until, language, zone) + "まで停止中です",
          "paused until "
              + Formats.moment(until, language, zone)
              + " because LINE did not accept the channel's credentials");
    }
  }

  record SwitchedOff(Kind kind) implements ShopClosed {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("この種類の配信はオフになっています", "the shop has switched this kind of message off");
    }
  }
}
