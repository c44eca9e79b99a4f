package dev.musubi.link;

import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import java.net.URI;
import java.util.Optional;

/** The pages of linking, in the shop's language. */
final class Pages {

  private Pages() {}

  /** For whom nothing can be verified: no detail, and no shop to lead back to. */
  static Page refused(Language language) {
    return new Page(
        language,
        language.of("このページを開けませんでした", "This page could not be opened"),
        language.of(
            "LINEのトーク画面に戻り、もう一度お試しください。", "Please go back to the chat in LINE and try again."),
        Optional.empty());
  }

  static Page unavailable(Language language) {
    return new Page(
        language,
        language.of("ただいま混み合っています", "We are busy just now"),
        language.of("しばらくしてから、もう一度お試しください。", "Please try again in a moment."),
        Optional.of(new Page.Button.Go(language.of("もう一度開く", "Try again"), "")));
  }

  /** The link token is gone, or too old to finish: only the chat has a new one. */
  static Page tooLate(Shop shop) {
    Language language = shop.settings().language();
    return new Page(
        language,
        language.of("時間が経ったため、やり直しが必要です", "That took a little too long"),
        language.of(
            "連携の手続きは10分以内に行う必要があります。LINEのトーク画面から、もう一度はじめてください。",
            "Linking has to be finished within ten minutes. Please start once more from the chat in LINE."),
        Optional.of(
            new Page.Button.Go(
                language.of("LINEでやり直す", "Start again in LINE"), chat(shop).toASCIIString())));
  }

  static Page logIn(Shop shop, String loginUrl) {
    Language language = shop.settings().language();
    return new Page(
        language,
        language.of("ログインを確認できませんでした", "We could not see your login"),
        language.of(
            shop.storefront().name() + "にログインすると、LINEとの連携を続けられます。",
            "Please log in to "
                + shop.storefront().name()
                + " to go on linking your LINE account."),
        Optional.of(new Page.Button.Go(language.of("ログインする", "Log in"), loginUrl)));
  }

  static Page alreadyLinked(Shop shop, String againUrl) {
    Language language = shop.settings().language();
    return new Page(
        language,
        language.of("すでにLINEと連携されています", "Your account is already linked to LINE"),
        language.of(
            "このまま進むと、いまお使いのLINEアカウントに連携し直します。解除はLINEのトーク画面からいつでもできます。",
            "Going on links it to the LINE account you are using now. You can unlink at any time from the chat."),
        Optional.of(
            new Page.Button.Go(
                language.of("このLINEアカウントに連携し直す", "Link this LINE account instead"), againUrl)));
  }

  static Page linked(Shop shop, String unlinkAction, String token) {
    Language language = shop.settings().language();
    return new Page(
        language,
        language.of("LINEと連携されています", "Your account is linked to LINE"),
        language.of(
            "解除すると、お買い物に合わせたお知らせは届かなくなります。",
            "If you unlink, messages about your shopping will no longer reach you."),
        Optional.of(new Page.Button.Post(language.of("連携を解除する", "Unlink"), unlinkAction, token)),
        Optional.of(
            new Page.Button.Go(
                language.of("配信設定", "Message preferences"),
                shop.storefront().proxyPath() + "/preferences")));
  }

  static Page notLinked(Shop shop) {
    Language language = shop.settings().language();
    return new Page(
        language,
        language.of("LINEと連携されていません", "Your account is not linked to LINE"),
        language.of(
            "LINEのトーク画面から連携できます。友だち追加だけでは連携されません。",
            "You can link it from the chat in LINE. Adding us as a friend alone does not link it."),
        Optional.of(
            new Page.Button.Go(
                language.of("LINEで連携する", "Link in LINE"), chat(shop).toASCIIString())));
  }

  static Page unlinked(Shop shop) {
    Language language = shop.settings().language();
    return new Page(
        language,
        language.of("連携を解除しました", "Unlinked"),
        language.of(
            "またいつでもLINEのトーク画面から連携できます。", "You can link again at any time from the chat in LINE."),
        Optional.of(
            new Page.Button.Go(
                language.of("ショップに戻る", "Back to the shop"), shop.storefront().origin() + "/")));
  }

  private static URI chat(Shop shop) {
    return shop.storefront().chatSaying(shop.settings().language().of("連携", "link"));
  }
}
