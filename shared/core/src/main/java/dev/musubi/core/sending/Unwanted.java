package dev.musubi.core.sending;

import dev.musubi.core.shop.Language;
import dev.musubi.core.shopping.FulfilmentId;
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

  /** Nothing is known of the order any more: it was erased, or is long over. */
  record OrderUnknown(OrderId order) implements Unwanted {
    public OrderUnknown {
      Objects.requireNonNull(order, "'order' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "注文" + order + "の記録がありません", "nothing is known of order " + order + " any more");
    }
  }

  record OrderCancelled(OrderId order) implements Unwanted {
    public OrderCancelled {
      Objects.requireNonNull(order, "'order' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("注文" + order + "はキャンセルされています", "order " + order + " was cancelled");
    }
  }

  record OrderRefunded(OrderId order) implements Unwanted {
    public OrderRefunded {
      Objects.requireNonNull(order, "'order' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("注文" + order + "は全額返金されています", "order " + order + " was refunded in full");
    }
  }

  record ParcelCancelled(FulfilmentId fulfilment) implements Unwanted {
    public ParcelCancelled {
      Objects.requireNonNull(fulfilment, "'fulfilment' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "発送" + fulfilment + "は取り消されています", "fulfilment " + fulfilment + " was cancelled");
    }
  }

  record AlreadyDelivered(FulfilmentId fulfilment) implements Unwanted {
    public AlreadyDelivered {
      Objects.requireNonNull(fulfilment, "'fulfilment' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "発送" + fulfilment + "はすでに届いています", "fulfilment " + fulfilment + " was delivered already");
    }
  }
}
