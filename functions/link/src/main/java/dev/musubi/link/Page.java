package dev.musubi.link;

import dev.musubi.core.shop.Language;
import java.util.Objects;
import java.util.Optional;

/**
 * One page that a shopper can read: a title, a sentence or two, and at most one button that goes
 * on.
 */
record Page(Language language, String title, String text, Optional<Button> button) {

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
  }

  String html() {
    return """
        <!doctype html>
        <html lang="%s">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s</title>
        <style>
        body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f4f6f5;color:#1c2a26;\
        font:16px/1.7 system-ui,"Hiragino Sans","Noto Sans JP",sans-serif}
        main{box-sizing:border-box;width:min(28rem,100vw - 2rem);padding:2rem;background:#fff;border-radius:16px;\
        box-shadow:0 1px 3px #0002}
        h1{margin:0 0 .5rem;font-size:1.3rem;line-height:1.4}
        p{margin:0 0 1.5rem}
        a.go,button{display:block;box-sizing:border-box;width:100%%;padding:.8rem 1rem;border:0;border-radius:10px;\
        background:#05703b;color:#fff;font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
        a.go:focus-visible,button:focus-visible{outline:3px solid #1c2a26;outline-offset:3px}
        </style>
        <main>
        <h1>%s</h1>
        <p>%s</p>
        %s</main>
        """
        .formatted(
            language.tag(),
            escape(title),
            escape(title),
            escape(text),
            button.map(Page::html).orElse(""));
  }

  private static String html(Button button) {
    return switch (button) {
      case Button.Go(String label, String href) ->
          "<a class=\"go\" href=\"%s\">%s</a>\n".formatted(escape(href), escape(label));
      case Button.Post(String label, String action, String token) ->
          """
          <form method="post" action="%s"><input type="hidden" name="token" value="%s">\
          <button>%s</button></form>
          """
              .formatted(escape(action), escape(token), escape(label));
    };
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      escaped.append(
          switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> String.valueOf(c);
          });
    }
    return escaped.toString();
  }
}
