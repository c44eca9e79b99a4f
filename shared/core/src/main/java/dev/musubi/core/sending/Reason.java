package dev.musubi.core.sending;

import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shopping.OrderId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * Why a message was not sent, or not yet: a value with its facts, and a sentence for a merchant.
 */
public sealed interface Reason {

  /** The policy that spoke, untranslated. */
  String policy();

  String sentence(Language language, ZoneId zone);

  /** {@code <policy>: <sentence>}. */
  default String text(Language language, ZoneId zone) {
    return policy() + ": " + sentence(language, zone);
  }

  private static String at(Instant instant, Language language, ZoneId zone) {
    return DateTimeFormatter.ofPattern(
            language.of("M月d日(E) HH:mm", "EEE, MMM d, HH:mm"), language.locale())
        .format(instant.atZone(zone));
  }

  record Uninstalled() implements Reason {
    @Override
    public String policy() {
      return "shop";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("ショップがアプリを削除しています", "the shop has removed the app");
    }
  }

  record Paused(Instant until) implements Reason {
    public Paused {
      Objects.requireNonNull(until, "'until' must not be null");
    }

    @Override
    public String policy() {
      return "shop";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "LINEの認証に失敗したため" + at(until, language, zone) + "まで停止中です",
          "paused until "
              + at(until, language, zone)
              + " because LINE did not accept the channel's credentials");
    }
  }

  record SwitchedOff(Kind kind) implements Reason {
    @Override
    public String policy() {
      return "shop";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("この種類の配信はオフになっています", "the shop has switched this kind of message off");
    }
  }

  record NotLinked() implements Reason {
    @Override
    public String policy() {
      return "eligible";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("お客様のLINEアカウントが連携されていません", "the customer is not linked to a LINE account");
    }
  }

  record NotFriend() implements Reason {
    @Override
    public String policy() {
      return "eligible";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "連携済みですが友だちではありません", "the customer is linked but is no friend of the account");
    }
  }

  record Blocked() implements Reason {
    @Override
    public String policy() {
      return "eligible";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("お客様が公式アカウントをブロックしています", "the customer has blocked the account");
    }
  }

  /** The account that a message was reserved for is no longer the customer's. */
  record Relinked() implements Reason {
    @Override
    public String policy() {
      return "eligible";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "送信の途中でお客様の連携が変わりました", "the customer was unlinked or linked anew while it was under way");
    }
  }

  record OptedOut(Kind kind) implements Reason {
    @Override
    public String policy() {
      return "opt-out";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("お客様がこの種類の配信を停止しています", "the customer does not want this kind of message");
    }
  }

  record NothingSeen() implements Reason {
    @Override
    public String policy() {
      return "wanted";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("閲覧履歴がありません", "nothing was viewed that day");
    }
  }

  record Bought(OrderId by) implements Reason {
    public Bought {
      Objects.requireNonNull(by, "'by' must not be null");
    }

    @Override
    public String policy() {
      return "wanted";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("閲覧した商品は購入済みです(注文 " + by + ")", "bought since (order " + by + ")");
    }
  }

  record SoldOut() implements Reason {
    @Override
    public String policy() {
      return "wanted";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("閲覧した商品は在庫切れです", "what was viewed is sold out");
    }
  }

  record Unavailable() implements Reason {
    @Override
    public String policy() {
      return "wanted";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("閲覧した商品は公開されていません", "what was viewed is not for sale in the shop");
    }
  }

  record Quiet(Instant until) implements Reason {
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
          "配信しない時間帯のため" + at(until, language, zone) + "まで待ちます",
          "quiet hours, waits until " + at(until, language, zone));
    }
  }

  record Capped(Kind kind, Cap cap, Instant freeAt) implements Reason {
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
              + at(freeAt, language, zone)
              + "から送れます",
          "the cap of "
              + cap.messages()
              + " in "
              + cap.days()
              + " days is reached, free again on "
              + at(freeAt, language, zone));
    }
  }

  record BudgetSpent(Cap budget, Instant freeAt) implements Reason {
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
              + at(freeAt, language, zone)
              + "から送れます",
          "the contact budget of "
              + budget.messages()
              + " in "
              + budget.days()
              + " days is spent, free again on "
              + at(freeAt, language, zone));
    }
  }

  record QuotaReserved(long limit, long used, int reserve) implements Reason {
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

  record Stale(Instant since) implements Reason {
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
          "送信期限の" + at(since, language, zone) + "を過ぎました",
          "too late, it was of use until " + at(since, language, zone));
    }
  }

  /** LINE is out of reach; the next try comes later. */
  record LineTrouble(Instant until) implements Reason {
    public LineTrouble {
      Objects.requireNonNull(until, "'until' must not be null");
    }

    @Override
    public String policy() {
      return "line";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "LINEが応答しないため" + at(until, language, zone) + "に再試行します",
          "LINE is out of reach, tried again at " + at(until, language, zone));
    }
  }

  record RefusedByLine(String code) implements Reason {
    public RefusedByLine {
      Objects.requireNonNull(code, "'code' must not be null");
    }

    @Override
    public String policy() {
      return "line";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("LINEが拒否しました(" + code + ")", "LINE refused the message (" + code + ")");
    }
  }

  /** An unclear first try can no longer be repeated safely. */
  record Unsettled() implements Reason {
    @Override
    public String policy() {
      return "line";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "LINEに届いたかどうか確認できませんでした", "it could not be settled whether LINE took the message");
    }
  }
}
