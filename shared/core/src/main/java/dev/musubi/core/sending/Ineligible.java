package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import java.time.ZoneId;

/** Nobody may or can be reached by the message. */
public sealed interface Ineligible extends Reason {

  @Override
  default String policy() {
    return "eligible";
  }

  record NotLinked() implements Ineligible {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("お客様のLINEアカウントが連携されていません", "the customer is not linked to a LINE account");
    }
  }

  record NotFriend() implements Ineligible {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "連携済みですが友だちではありません", "the customer is linked but is no friend of the account");
    }
  }

  record Blocked() implements Ineligible {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("お客様が公式アカウントをブロックしています", "the customer has blocked the account");
    }
  }

  /** The account that a message was reserved for is no longer the customer's. */
  record Relinked() implements Ineligible {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "送信の途中でお客様の連携が変わりました", "the customer was unlinked or linked anew while it was under way");
    }
  }

  record OptedOut(Kind kind) implements Ineligible {
    @Override
    public String policy() {
      return "opt-out";
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("お客様がこの種類の配信を停止しています", "the customer does not want this kind of message");
    }
  }
}
