package dev.musubi.lambda;

import dev.musubi.core.shop.Language;
import java.util.Objects;

/**
 * A page that a shopper reads: one column without scripts, pictures or anything from elsewhere, so
 * that {@link Answers#page} may forbid all that. {@code body} is markup; whoever writes it escapes.
 */
public record ShopperPage(Language language, String title, String body) {

  public ShopperPage {
    Objects.requireNonNull(language, "'language' must not be null");
    Objects.requireNonNull(title, "'title' must not be null");
    Objects.requireNonNull(body, "'body' must not be null");
  }

  public String html() {
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
        ul{list-style:none;margin:0 0 1.5rem;padding:0}
        li{padding:.8rem 0;border-top:1px solid #dde4e1}
        li form{margin-top:.4rem}
        a{color:#05603a}
        a.go,button{display:block;box-sizing:border-box;width:100%%;padding:.8rem 1rem;border:0;border-radius:10px;\
        background:#05703b;color:#fff;font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
        a:focus-visible,button:focus-visible{outline:3px solid #1c2a26;outline-offset:3px}
        li button,button.quiet{width:auto;min-height:44px;padding:.4rem .8rem;background:#fff;color:#1c2a26;\
        border:1px solid #6b7773;font-weight:400}
        .aside{margin:1.5rem 0 0;text-align:center}
        .done{padding:.6rem 1rem;border-radius:10px;background:#e6f4ec;color:#054d29}
        .choices li{display:flex;gap:1rem;align-items:center;justify-content:space-between}
        .choices small{display:block;color:#51605a}
        .choices button{flex:none;min-width:7rem;background:#05703b;color:#fff;border:0;font-weight:700}
        </style>
        <main>
        <h1>%s</h1>
        %s</main>
        """
        .formatted(language.tag(), escape(title), escape(title), body);
  }

  public static String paragraph(String text) {
    return "<p>%s</p>\n".formatted(escape(text));
  }

  /** The page's one way on. */
  public static String go(String label, String href) {
    return "<a class=\"go\" href=\"%s\">%s</a>\n".formatted(escape(href), escape(label));
  }

  public static String link(String label, String href) {
    return "<p><a href=\"%s\">%s</a></p>\n".formatted(escape(href), escape(label));
  }

  /** Text as it may stand in markup and in quoted attributes. */
  public static String escape(String text) {
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
