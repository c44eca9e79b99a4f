package dev.musubi.local.shopify.storefront;

import static dev.musubi.local.shopify.storefront.Html.text;

import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Shop;
import java.util.Optional;

/**
 * Whether a customer lets the shop use what they look at: the web pixel loads only then. Shops in
 * Europe have to ask before; elsewhere one can say no.
 *
 * @see <a href="https://shopify.dev/docs/api/web-pixels-api/pixel-privacy">Shopify: pixel
 *     privacy</a>
 */
final class Consent {
  private Consent() {}

  static boolean given(Shop shop, Customer customer) {
    return said(shop, customer).orElse(!asked(shop));
  }

  private static Optional<Boolean> said(Shop shop, Customer customer) {
    return shop.logins().consent(customer.id());
  }

  private static boolean asked(Shop shop) {
    return shop.spec().market().timeZone().getId().startsWith("Europe/");
  }

  /** The question, to who has to be asked and has not answered. */
  static String banner(Frame frame) {
    boolean open =
        frame.loggedIn().filter(c -> said(frame.shop(), c).isEmpty()).isPresent()
            && asked(frame.shop());
    return open
        ? "<section class=\"consent\" aria-label=\"%s\">%s</section>"
            .formatted(
                text(frame.words().of("consent")),
                frame.form(
                    "/consent",
                    "<span>%s</span>%s%s"
                        .formatted(
                            text(frame.words().of("consent")),
                            answer(frame, true),
                            answer(frame, false))))
        : "";
  }

  private static String answer(Frame frame, boolean yes) {
    return "<button name=\"tracking\" value=\"%s\"%s>%s</button>"
        .formatted(
            yes ? "yes" : "no",
            yes ? "" : " class=\"plain\"",
            text(frame.words().of(yes ? "consentYes" : "consentNo")));
  }

  /** What was answered, in the footer, to be changed. */
  static String choice(Frame frame) {
    return frame
        .loggedIn()
        .filter(c -> !asked(frame.shop()) || said(frame.shop(), c).isPresent())
        .map(
            c -> {
              boolean given = given(frame.shop(), c);
              String now = frame.words().of(given ? "privacyOn" : "privacyOff");
              return frame.form(
                  "/consent",
                  Html.paragraph(frame.words().of("privacy", now)) + answer(frame, !given));
            })
        .orElse("");
  }
}
