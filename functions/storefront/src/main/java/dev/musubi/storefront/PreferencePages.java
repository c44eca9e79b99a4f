package dev.musubi.storefront;

import dev.musubi.core.people.Wish;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Choice;
import dev.musubi.lambda.ShopperPage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of the preferences, in the shop's language. */
final class PreferencePages {

  private PreferencePages() {}

  /** Each choice with its state and one button; {@code done} is what was just changed. */
  static ShopperPage choices(
      Shop shop, Wishes wishes, Optional<Wish> done, String token, Instant now) {
    Language language = shop.settings().language();
    String said =
        done.map(wish -> Choice.done(shop, wish, wishes, now))
            .map(text -> "<p class=\"done\" role=\"status\">" + ShopperPage.escape(text) + "</p>\n")
            .orElse("");
    List<Choice> choices = Choice.of(shop, wishes, now);
    String body =
        """
        %s<p>%s</p>
        <form method="post" action="%s"><input type="hidden" name="token" value="%s">
        <ul class="choices">
        %s</ul></form>
        <p class="aside"><a href="%s">%s</a></p>
        """
            .formatted(
                said,
                language.of(
                    "連携しているLINEアカウントに届くお知らせを選べます。すぐに反映されます。",
                    "Choose what reaches the LINE account you linked. It takes effect at once."),
                ShopperPage.escape(path(shop)),
                ShopperPage.escape(token),
                choices.stream().map(PreferencePages::row).collect(Collectors.joining()),
                ShopperPage.escape(shop.storefront().proxyPath() + "/account"),
                language.of("LINE連携の確認と解除", "See or end the link"));
    return new ShopperPage(language, title(language), body);
  }

  /** A button's name says what it is about: read out alone, "turn off" would not. */
  private static String row(Choice choice) {
    return """
        <li><span>%s<small>%s</small></span>\
        <button name="wish" value="%s" aria-label="%s">%s</button></li>
        """
        .formatted(
            ShopperPage.escape(choice.name()),
            ShopperPage.escape(choice.state()),
            ShopperPage.escape(choice.wish().data()),
            ShopperPage.escape(choice.name() + ": " + choice.label()),
            ShopperPage.escape(choice.label()));
  }

  static ShopperPage notLinked(Shop shop) {
    Language language = shop.settings().language();
    return new ShopperPage(
        language,
        title(language),
        ShopperPage.paragraph(
                language.of(
                    "このお客様アカウントはLINEと連携されていません。LINEのトーク画面で連携すると、ここでも配信を選べます。連携しなくても、トーク画面で「配信設定」と送れば選べます。",
                    "Your account is not linked to LINE. Link it from the chat in LINE to choose here as"
                        + " well. Without a link you can still send “preferences” in the chat."))
            + ShopperPage.go(
                language.of("LINEで連携する", "Link in LINE"),
                shop.storefront().chatSaying(language.of("連携", "link")).toASCIIString()));
  }

  static ShopperPage logIn(Shop shop) {
    Language language = shop.settings().language();
    return new ShopperPage(
        language,
        title(language),
        ShopperPage.paragraph(
                language.of(
                    shop.storefront().name() + "にログインすると、配信設定を変更できます。",
                    "Please log in to "
                        + shop.storefront().name()
                        + " to choose what reaches you."))
            + ShopperPage.go(
                language.of("ログインする", "Log in"),
                shop.storefront().login(path(shop)).toASCIIString()));
  }

  /** The form was too old or not ours. */
  static ShopperPage again(Shop shop) {
    Language language = shop.settings().language();
    return new ShopperPage(
        language,
        language.of("変更できませんでした", "That did not work"),
        ShopperPage.paragraph(
                language.of(
                    "時間が経ったため、もう一度お試しください。何も変更されていません。",
                    "The page was open for too long. Nothing was changed; please try again."))
            + ShopperPage.go(language.of("配信設定を開く", "Open the preferences"), path(shop)));
  }

  private static String title(Language language) {
    return language.of("配信設定", "Message preferences");
  }

  private static String path(Shop shop) {
    return shop.storefront().proxyPath() + "/preferences";
  }
}
