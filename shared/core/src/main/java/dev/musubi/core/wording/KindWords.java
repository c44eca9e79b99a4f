package dev.musubi.core.wording;

import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import java.util.Optional;

/** What shoppers read about the kinds of message. */
public final class KindWords {

  private KindWords() {}

  public static String name(Kind kind, Language language) {
    return switch (kind) {
      case CART -> language.of("カートに残した商品", "Items left in your cart");
      case BROWSE -> language.of("ご覧になった商品", "What you looked at");
      case RESTOCK -> language.of("再入荷", "Back in stock");
      case ORDER -> language.of("ご注文の状況", "Your orders");
      case SHIPPING -> language.of("発送の状況", "Your parcels");
    };
  }

  /** Why such a message comes, how often at most, and how to stop it. */
  public static String why(Kind kind, Language language, Optional<Cap> cap) {
    String often =
        cap.map(
                limit ->
                    language.of(
                        "お送りするのは" + limit.days() + "日間に" + limit.messages() + "通までです。",
                        "We send at most %d of these in %d days. "
                            .formatted(limit.messages(), limit.days())))
            .orElse("");
    return trigger(kind, language)
        + often
        + language.of(
            "下のボタンか「配信設定」で、いつでも止められます。",
            "You can stop them at any time with the button below or by sending “preferences”.");
  }

  private static String trigger(Kind kind, Language language) {
    return switch (kind) {
      case CART ->
          language.of(
              "お買い物の途中でカートに商品が残っていたため、お知らせしました。",
              "This came because you left items in your cart before buying. ");
      case BROWSE ->
          language.of(
              "前の日にショップでご覧になった商品があったため、お知らせしました。",
              "This came because you looked at these products in the shop the day before. ");
      case RESTOCK ->
          language.of(
              "「再入荷のお知らせ」に登録された商品が入荷したため、お知らせしました。",
              "This came because you asked to be told when the product is back in stock. ");
      case ORDER ->
          language.of(
              "ご注文いただいた内容に変化があったため、お知らせしました。",
              "This came because something happened to an order of yours. ");
      case SHIPPING ->
          language.of(
              "ご注文の商品が発送されたため、お知らせしました。", "This came because something you ordered was shipped. ");
    };
  }
}
