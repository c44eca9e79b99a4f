package dev.musubi.core.sending;

import dev.musubi.core.shop.Language;
import dev.musubi.core.shopping.OrderId;
import java.time.ZoneId;
import java.util.Objects;

/** What the message is about is of no use any more. */
public sealed interface Unwanted extends Reason {

  @Override
  default String policy() {
    return "wanted";
  }

  record NothingSeen() implements Unwanted {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("閲覧履歴がありません", "nothing was viewed that day");
    }
  }

  record Bought(OrderId by) implements Unwanted {
    public Bought {
      Objects.requireNonNull(by, "'by' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("商品は購入済みです(注文 " + by + ")", "bought since (order " + by + ")");
    }
  }

  record NotWaiting() implements Unwanted {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "お客様が再入荷のお知らせを取り消しました", "the customer does not wait for the product any more");
    }
  }

  record SoldOut() implements Unwanted {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("商品は在庫切れです", "the products are sold out");
    }
  }

  record Unavailable() implements Unwanted {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("商品は公開されていません", "the products are not for sale in the shop");
    }
  }
}
