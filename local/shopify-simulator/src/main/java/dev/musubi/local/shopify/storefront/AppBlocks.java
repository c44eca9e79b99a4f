package dev.musubi.local.shopify.storefront;

import static dev.musubi.local.shopify.storefront.Html.text;

import dev.musubi.local.shopify.shop.Item;

/**
 * The places in the theme where the app's blocks stand: a popup, a block on the account, thank-you
 * and order status pages, and "tell me" on the page of what is sold out. They reach the app through
 * the app proxy.
 */
final class AppBlocks {
  /** Where a shopper's own settings are, below the app proxy. */
  private static final String SETTINGS = AppProxy.PREFIX + "/account";

  private static final String TELL_ME = AppProxy.PREFIX + "/restock?variant=";

  private AppBlocks() {}

  /** A note that a shopper can close for good, shown to who is not logged in. */
  static String popup(Frame frame) {
    if (frame.loggedIn().isPresent()) {
      return "";
    }
    return """
        <aside class="app-block" data-musubi="popup" aria-label="LINE" hidden><p>%s</p>\
        <div class="stack">%s<button class="plain" type="button">%s</button></div></aside>
        <script>
        (() => {
          const popup = document.querySelector('[data-musubi=popup]');
          popup.hidden = Boolean(localStorage.popupClosed);
          popup.querySelector('button').onclick = () => {
            localStorage.popupClosed = '1';
            popup.hidden = true;
          };
        })();
        </script>
        """
        .formatted(
            text(frame.words().of("popup")),
            frame.buttonLink(Frame.loginPath(SETTINGS), frame.words().of("lineLogin")),
            text(frame.words().of("close")));
  }

  /** Leads who is logged in to the app's page, and others to the login before that. */
  static String line(Frame frame, String place) {
    Words words = frame.words();
    String button =
        frame.loggedIn().isPresent()
            ? frame.buttonLink(SETTINGS, words.of("lineOpen"))
            : frame.buttonLink(Frame.loginPath(SETTINGS), words.of("lineLogin"));
    return """
        <section class="app-block" data-musubi="%s" aria-label="%s"><p>%s</p>%s</section>"""
        .formatted(place, words.of("lineTitle"), text(words.of("lineLead")), button);
  }

  /** Leads to the app's page that asks to be told when a variant is there again. */
  static String tellMe(Frame frame, Item item) {
    Words words = frame.words();
    return """
        <section class="app-block" data-musubi="tell-me"><p>%s</p>%s</section>"""
        .formatted(
            text(words.of("tellMeLead")),
            frame.buttonLink(TELL_ME + item.variant().id(), words.of("tellMe")));
  }
}
