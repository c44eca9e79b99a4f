package dev.musubi.storefront;

import dev.musubi.core.shop.Language;
import java.util.Objects;

/** The frame of a shopper's page: a heading and what stands below it, which is HTML already. */
record Html(Language language, String title, String below) {

  Html {
    Objects.requireNonNull(language, "'language' must not be null");
    Objects.requireNonNull(title, "'title' must not be null");
    Objects.requireNonNull(below, "'below' must not be null");
  }

  String text() {
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
        li{padding:.8rem 0;border-bottom:1px solid #d9dfdc}
        li form{margin-top:.4rem}
        a{color:#05703b}
        a.go,button{display:block;box-sizing:border-box;width:100%%;padding:.8rem 1rem;border:0;border-radius:10px;\
        background:#05703b;color:#fff;font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
        li button,button.quiet{width:auto;padding:.4rem .8rem;background:#fff;color:#1c2a26;border:1px solid #6b7773;\
        font-weight:400}
        a:focus-visible,button:focus-visible{outline:3px solid #1c2a26;outline-offset:3px}
        </style>
        <main>
        <h1>%s</h1>
        %s</main>
        """
        .formatted(language.tag(), escape(title), escape(title), below);
  }

  static String paragraph(String text) {
    return "<p>%s</p>\n".formatted(escape(text));
  }

  static String go(String label, String href) {
    return "<a class=\"go\" href=\"%s\">%s</a>\n".formatted(escape(href), escape(label));
  }

  static String link(String label, String href) {
    return "<p><a href=\"%s\">%s</a></p>\n".formatted(escape(href), escape(label));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
