package dev.musubi.core.sending;

import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.Formats;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** What LINE answered, or did not. */
public sealed interface AtLine extends Reason {

  @Override
  default String policy() {
    return "line";
  }

  /** LINE is out of reach; the next try comes later. */
  record OutOfReach(Instant until) implements AtLine {
    public OutOfReach {
      Objects.requireNonNull(until, "'until' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "LINEが応答しないため" + Formats.moment(until, language, zone) + "に再試行します",
          "LINE is out of reach, tried again at " + Formats.moment(until, language, zone));
    }
  }

  record RefusedByLine(String code) implements AtLine {
    public RefusedByLine {
      Objects.requireNonNull(code, "'code' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("LINEが拒否しました(" + code + ")", "LINE refused the message (" + code + ")");
    }
  }

  /** An unclear first try can no longer be repeated safely. */
  record Unsettled() implements AtLine {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "LINEに届いたかどうか確認できませんでした", "it could not be settled whether LINE took the message");
    }
  }
}
