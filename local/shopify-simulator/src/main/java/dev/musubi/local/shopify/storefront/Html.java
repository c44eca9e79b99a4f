package dev.musubi.local.shopify.storefront;

/** Writes HTML in which no text can be mistaken for markup. */
final class Html {
  private Html() {}

  /** As text within HTML, also within an attribute. */
  static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String heading(String title) {
    return "<h1>" + text(title) + "</h1>";
  }

  static String paragraph(String words) {
    return "<p>" + text(words) + "</p>";
  }

  static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, text(value));
  }

  static String button(String label) {
    return "<button>" + text(label) + "</button>";
  }

  static String plainButton(String label) {
    return "<button class=\"plain\">" + text(label) + "</button>";
  }
}
