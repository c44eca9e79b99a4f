package dev.musubi.core.sending;

import dev.musubi.core.shop.Language;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.wording.Formats;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the message is about is of no use any more. */
public sealed interface Unwanted extends Reason {

  @Override
  default String policy() {
    return "wanted";
  }

  /** A purchase explains silence better than stock, and stock better than the rest. */
  static Optional<Reason> weightiest(List<Reason> objections) {
    return first(objections, Bought.class)
        .or(() -> first(objections, SoldOut.class))
        .or(() -> objections.stream().findFirst());
  }

  private static Optional<Reason> first(List<Reason> objections, Class<? extends Reason> sort) {
    return objections.stream().filter(sort::isInstance).findFirst();
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

  /** The very same was decided on and tried before, for a customer who was merged since. */
  record ToldAlready() implements Unwanted {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "顧客の統合前に同じお知らせを送信済みです",
          "the same message went out before, when the customer still had two numbers");
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

  /** The checkout was completed, whatever became of its order. */
  record CheckedOut() implements Unwanted {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("購入手続きは完了しています", "bought: the checkout was completed");
    }
  }

  /** The cart was emptied, or nothing is known of it any more. */
  record CartGone() implements Unwanted {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of("カートに商品がありません", "nothing is left in the cart");
    }
  }

  /** Another reminder takes its place, or none does. */
  record Superseded() implements Unwanted {
    @Override
    public String sentence(Language language, ZoneId zone) {
      return language.of(
          "カートまたは設定が変わったため不要になりました", "overtaken by a change of the cart or of the settings");
    }
  }

  /** What is left of the cart is worth less than the shop reminds of. */
  record TooSmall(BigDecimal value, BigDecimal minimum, Currency currency) implements Unwanted {
    public TooSmall {
      Objects.requireNonNull(value, "'value' must not be null");
      Objects.requireNonNull(minimum, "'minimum' must not be null");
      Objects.requireNonNull(currency, "'currency' must not be null");
    }

    @Override
    public String sentence(Language language, ZoneId zone) {
      String has = Formats.money(value, currency, language);
      String needs = Formats.money(minimum, currency, language);
      return language.of(
          "カートの金額" + has + "が設定の" + needs + "に達していません",
          "the cart is worth " + has + ", less than the " + needs + " from which the shop reminds");
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
