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

  /** A notification message counts once LINE says that it can be seen. */
  record Awaited(Instant until) implements AtLine {
    public Awaited {
      Objects.requireNonNull(until, "'until' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "LINE通知メッセージとして送り、" + Formats.moment(until, language, zone) + "まで到達を待っています",
          "asked for as a LINE notification message, its delivery is awaited until "
              + Formats.moment(until, language, zone));
    }
  }

  /** LINE did not say within a day that a notification message can be seen. */
  record NotDelivered() implements AtLine {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "LINE通知メッセージは24時間以内に届きませんでした",
          "the LINE notification message was not delivered within 24 hours");
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
