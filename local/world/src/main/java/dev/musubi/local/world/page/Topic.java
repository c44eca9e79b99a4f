package dev.musubi.local.world.page;

import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.VariantId;
import java.util.Optional;
import java.util.function.Function;

/** What a message is about, as people of the shop would say it: by titles, never by numbers. */
final class Topic {
  private final Function<VariantId, Optional<String>> titles;

  /** {@code titles} gives what a variant is called in the shop. */
  Topic(Function<VariantId, Optional<String>> titles) {
    this.titles = titles;
  }

  String of(Subject subject, Language language) {
    return switch (subject) {
      case Subject.Cart cart ->
          language.of(
              "カートに残された商品(" + cart.step() + "回目)", "a cart left behind, reminder " + cart.step());
      case Subject.Viewed viewed ->
          language.of(viewed.day() + " に見た商品", "what was viewed on " + viewed.day());
      case Subject.Restocked back -> restocked(back, language);
      case Subject.Ordered ordered -> ordered(ordered.status(), language);
      case Subject.Shipped parcel -> shipped(parcel.status(), language);
    };
  }

  private String restocked(Subject.Restocked back, Language language) {
    String title =
        titles.apply(back.variant()).orElseGet(() -> language.of("商品", "what was waited for"));
    return language.of(title + " が再入荷", title + " back in stock");
  }

  private static String ordered(OrderStatus status, Language language) {
    return switch (status) {
      case PLACED -> language.of("ご注文の確認", "an order placed");
      case PAID -> language.of("ご入金の確認", "an order paid");
      case CANCELLED -> language.of("ご注文のキャンセル", "an order cancelled");
      case REFUNDED -> language.of("ご返金", "a refund");
    };
  }

  private static String shipped(ParcelStatus status, Language language) {
    return switch (status) {
      case SHIPPED -> language.of("発送のお知らせ", "a parcel on its way");
      case DELIVERED -> language.of("お届けの完了", "a parcel delivered");
    };
  }
}
