package dev.musubi.link;

import dev.musubi.core.shop.Language;
import dev.musubi.lambda.ShopperPage;
import java.util.Objects;
import java.util.Optional;

/**
 * One page that a shopper can read: a title, a sentence or two, at most one button that goes on,
 * and perhaps a link to what else there is.
 */
record Page(
    Language language,
    String title,
    String text,
    Optional<Button> button,
    Optional<Page.Button.Go> aside) {

  /** The one way on: a link, or a form that posts a token when the step changes something. */
  sealed interface Button {

    String label();

    record Go(String label, String href) implements Button {}

    record Post(String label, String action, String token) implements Button {}
  }

  Page {
    Objects.requireNonNull(language, "'language' must not be null");
    Objects.requireNonNull(title, "'title' must not be null");
    Objects.requireNonNull(text, "'text' must not be null");
    Objects.requireNonNull(button, "'button' must not be null");
    Objects.requireNonNull(aside, "'aside' must not be null");
  }

  Page(Language language, String title, String text, Optional<Button> button) {
    this(language, title, text, button, Optional.empty());
  }

  String html() {
    String body =
        ShopperPage.paragraph(text)
            + button.map(Page::html).orElse("")
            + aside.map(Page::aside).orElse("");
    return new ShopperPage(language, title, body).html();
  }

  private static String html(Button button) {
    return switch (button) {
      case Button.Go(String label, String href) -> ShopperPage.go(label, href);
      case Button.Post(String label, String action, String token) ->
          """
          <form method="post" action="%s"><input type="hidden" name="token" value="%s">\
          <button>%s</button></form>
          """
              .formatted(
                  ShopperPage.escape(action), ShopperPage.escape(token), ShopperPage.escape(label));
    };
  }

  private static String aside(Button.Go link) {
    return "<p class=\"aside\"><a href=\"%s\">%s</a></p>\n"
        .formatted(ShopperPage.escape(link.href()), ShopperPage.escape(link.label()));
  }
}
