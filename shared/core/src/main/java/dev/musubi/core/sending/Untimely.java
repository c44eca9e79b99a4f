package dev.musubi.core.sending;

import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.Formats;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** The message may not go out now, or came too late. */
public sealed interface Untimely extends Reason {

  record Quiet(Instant until) implements Untimely {
    public Quiet {
      Objects.requireNonNull(until, "'until' must not be null");
    }

    @Override
    public String policy() {
      return "quiet-hours";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "配信しない時間帯のため" + Formats.moment(until, language, zone) + "まで待ちます",
          "quiet hours, waits until " + Formats.moment(until, language, zone));
    }
  }

  /** What the message is about is still being used. */
  record InUse(Instant until) implements Untimely {
    public InUse {
      Objects.requireNonNull(until, "'until' must not be null");
    }

    @Override
    public String policy() {
      return "activity";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "カートがまた使われたため" + Formats.moment(until, language, zone) + "まで待ちます",
          "the cart was used again, waits until " + Formats.moment(until, language, zone));
    }
  }

  record Capped(Kind kind, Cap cap, Instant freeAt) implements Untimely {
    public Capped {
      Objects.requireNonNull(cap, "'cap' must not be null");
      Objects.requireNonNull(freeAt, "'freeAt' must not be null");
    }

    @Override
    public String policy() {
      return "caps";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          cap.days()
              + "日間に"
              + cap.messages()
              + "通までの上限に達しています。次は"
              + Formats.moment(freeAt, language, zone)
              + "から送れます",
          "the cap of "
              + cap.messages()
              + " in "
              + cap.days()
              + " days is reached, free again on "
              + Formats.moment(freeAt, language, zone));
    }
  }

  record BudgetSpent(Cap budget, Instant freeAt) implements Untimely {
    public BudgetSpent {
      Objects.requireNonNull(budget, "'budget' must not be null");
      Objects.requireNonNull(freeAt, "'freeAt' must not be null");
    }

    @Override
    public String policy() {
      return "budget";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "お知らせ全体の上限("
              + budget.days()
              + "日間に"
              + budget.messages()
              + "通)に達しています。次は"
              + Formats.moment(freeAt, language, zone)
              + "から送れます",
          "the contact budget of "
              + budget.messages()
              + " in "
              + budget.days()
              + " days is spent, free again on "
              + Formats.moment(freeAt, language, zone));
    }
  }

  record QuotaReserved(long limit, long used, int reserve) implements Untimely {
    @Override
    public String policy() {
      return "quota";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "今月のLINE配信数" + used + "/" + limit + "通のうち、残りは" + reserve + "通の取り置き分です",
          "LINE's monthly quota stands at "
              + used
              + " of "
              + limit
              + ", and "
              + reserve
              + " are kept in reserve");
    }
  }

  record Stale(Instant since) implements Untimely {
    public Stale {
      Objects.requireNonNull(since, "'since' must not be null");
    }

    @Override
    public String policy() {
      return "stale";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "送信期限の" + Formats.moment(since, language, zone) + "を過ぎました",
          "too late, it was of use until " + Formats.moment(since, language, zone));
    }
  }
}
