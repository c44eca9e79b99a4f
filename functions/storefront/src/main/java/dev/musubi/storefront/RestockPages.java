package dev.musubi.storefront;

import static dev.musubi.lambda.ShopperPage.escape;
import static dev.musubi.lambda.ShopperPage.go;
import static dev.musubi.lambda.ShopperPage.link;
import static dev.musubi.lambda.ShopperPage.paragraph;

import dev.musubi.core.reminding.RestockWishes.Wish;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watches;
import dev.musubi.core.wording.Formats;
import dev.musubi.lambda.ShopperPage;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The pages on which a shopper asks to be told of a restock and takes it back, in the shop's
 * language.
 */
record RestockPages(Shop shop, Language language) {

  static RestockPages of(Shop shop) {
    return new RestockPages(shop, shop.settings().language());
  }

  /** For whom nothing can be verified: no detail, and no shop to lead back to. */
  static ShopperPage refused(Language language) {
    return new ShopperPage(
        language,
        language.of("このページを開けませんでした", "This page could not be opened"),
        paragraph(
            language.of("商品ページに戻り、もう一度お試しください。", "Please go back to the product and try again.")));
  }

  static ShopperPage unavailable(Language language) {
    return new ShopperPage(
        language,
        language.of("ただいま混み合っています", "We are busy just now"),
        paragraph(language.of("しばらくしてから、もう一度お試しください。", "Please try again in a moment."))
            + go(language.of("もう一度開く", "Try again"), ""));
  }

  ShopperPage logIn(String back) {
    URI login = shop.storefront().login(shop.storefront().proxyPath() + back);
    return new ShopperPage(
        language,
        language.of("ログインしてください", "Please log in"),
        paragraph(
                language.of(
                    shop.storefront().name() + "にログインすると、再入荷のお知らせを登録できます。",
                    "Log in to " + shop.storefront().name() + " to be told of a restock."))
            + go(language.of("ログインする", "Log in"), login.toASCIIString()));
  }

  ShopperPage offered(VariantFacts variant, String token) {
    return new ShopperPage(
        language,
        language.of("入荷したらLINEでお知らせします", "We tell you on LINE when it is back"),
        paragraph(variant.showing().title())
            + form(
                "/restock",
                token,
                field("variant", variant.id().toString())
                    + button(language.of("知らせてほしい", "Tell me"), ""))
            + note()
            + list());
  }

  ShopperPage waiting(VariantFacts variant) {
    return new ShopperPage(
        language,
        language.of("再入荷のお知らせを登録しました", "We will tell you"),
        paragraph(
                language.of(
                    variant.showing().title() + "が入荷したら、登録順にLINEでお知らせします。",
                    "When "
                        + variant.showing().title()
                        + " is back, we tell those who asked, in"
                        + " their order, on LINE."))
            + note()
            + list());
  }

  ShopperPage inStock(VariantFacts variant) {
    return new ShopperPage(
        language,
        language.of("在庫があります", "It is in stock"),
        paragraph(
                language.of(
                    variant.showing().title() + "はいまお買い求めいただけます。",
                    variant.showing().title() + " can be bought right now."))
            + go(language.of("商品を見る", "See the product"), address(variant)));
  }

  ShopperPage nothing() {
    return new ShopperPage(
        language,
        language.of("この商品は見つかりませんでした", "There is no such product"),
        paragraph(
                language.of(
                    "販売が終了したか、アドレスが正しくありません。",
                    "It is not sold any more, or the address is not right."))
            + go(language.of("ショップに戻る", "Back to the shop"), shop.storefront().origin() + "/"));
  }

  ShopperPage full() {
    return new ShopperPage(
        language,
        language.of("これ以上登録できません", "Your list is full"),
        paragraph(
                language.of(
                    "登録は" + Watches.MOST + "件までです。不要なものを取り消してください。",
                    "A list holds " + Watches.MOST + " products. Please take one off first."))
            + list());
  }

  /** What a shopper waits for, each with a button that takes it back. */
  ShopperPage list(List<Wish> wishes, String token) {
    String title = language.of("再入荷のお知らせを待っている商品", "Products you wait for");
    if (wishes.isEmpty()) {
      return new ShopperPage(
          language,
          title,
          paragraph(language.of("待っている商品はありません。", "You do not wait for any product."))
              + go(language.of("ショップに戻る", "Back to the shop"), shop.storefront().origin() + "/"));
    }
    StringBuilder rows = new StringBuilder("<ul>\n");
    wishes.forEach(wish -> rows.append(row(wish, token)));
    String all =
        form(
            "/restocks",
            token,
            "<button class=\"quiet\">%s</button>"
                .formatted(escape(language.of("すべて取り消す", "Take all off"))));
    return new ShopperPage(language, title, rows + "</ul>\n" + all);
  }

  private String row(Wish wish, String token) {
    String title = wish.variant().map(v -> v.showing().title()).orElse(unknown(wish));
    String since = Formats.date(wish.watch().since().atZone(shop.zone()).toLocalDate(), language);
    VariantId variant = wish.watch().variant();
    return "<li>%s<br><small>%s</small>%s</li>\n"
        .formatted(
            escape(title),
            escape(language.of(since + "から", "since " + since)),
            form(
                "/restocks",
                token,
                field("variant", variant.toString())
                    + button(
                        language.of("取り消す", "Take off"),
                        language.of(title + "を取り消す", "Take off " + title))));
  }

  private String unknown(Wish wish) {
    return language.of("商品 ", "Product ") + wish.watch().product();
  }

  private String address(VariantFacts variant) {
    return shop.storefront().origin()
        + "/products/"
        + URLEncoder.encode(variant.showing().handle(), StandardCharsets.UTF_8)
        + "?variant="
        + variant.id();
  }

  private String note() {
    return link(
        language.of("LINEとの連携を確認する(お知らせには連携が必要です)", "See whether LINE is linked (it has to be)"),
        shop.storefront().proxyPath() + "/account");
  }

  private String list() {
    return link(
        language.of("待っている商品の一覧", "All products you wait for"),
        shop.storefront().proxyPath() + "/restocks");
  }

  private String form(String path, String token, String inside) {
    return "<form method=\"post\" action=\"%s\">%s%s</form>\n"
        .formatted(escape(shop.storefront().proxyPath() + path), field("token", token), inside);
  }

  private static String field(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escape(value));
  }

  private static String button(String label, String spoken) {
    String aria = spoken.isEmpty() ? "" : " aria-label=\"" + escape(spoken) + "\"";
    return "<button%s>%s</button>".formatted(aria, escape(label));
  }
}
