package dev.musubi.local.line;

import io.javalin.http.Context;

/** A page of the simulator's LINE: one column, readable by keyboard and screen reader alike. */
final class HtmlPage {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>body{color:#111;font-family:sans-serif;line-height:1.6;margin:2rem auto;max-width:24rem;padding:0 1rem}
      h1{font-size:1.4rem}form{margin:0}
      button{background:#05793a;border:2px solid #05793a;border-radius:6px;color:#fff;font-size:1rem;margin-top:.75rem;padding:.8rem;width:100%%}
      button.quiet{background:#fff;color:#05793a}
      button:focus-visible,select:focus-visible,input:focus-visible{outline:3px solid #1a5fb4;outline-offset:2px}
      select{font-size:1rem;margin:.5rem 0 1rem;padding:.5rem;width:100%%}
      ul{padding-left:1.2rem}label.check{display:block;margin:1rem 0}</style></head>
      <body><main><h1>%s</h1>%s</main></body></html>
      """;

  private HtmlPage() {}

  static void write(Context http, int status, String language, String title, String content) {
    var shown = escaped(title);
    http.status(status).html(PAGE.formatted(language, shown, shown, content));
  }

  static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>";
  }

  static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(value) + "\">";
  }

  static String select(String label, String name, String options) {
    return "<label>"
        + escaped(label)
        + "<select name=\""
        + name
        + "\">"
        + options
        + "</select></label>";
  }

  static String option(String value, String text) {
    return "<option value=\"" + escaped(value) + "\">" + escaped(text) + "</option>";
  }

  static String checkbox(String name, String label, boolean checked) {
    return "<label class=\"check\"><input type=\"checkbox\" name=\""
        + name
        + "\" value=\"true\""
        + (checked ? " checked" : "")
        + "> "
        + escaped(label)
        + "</label>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
