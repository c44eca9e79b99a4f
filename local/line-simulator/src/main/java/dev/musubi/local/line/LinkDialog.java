package dev.musubi.local.line;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The page on which a person lets LINE and the shop's customer account be tied together. The
 * visitor is who the query or the cookie {@code user} says, or is chosen on the page.
 */
final class LinkDialog {
  private static final String PATH = "/dialog/bot/accountLink";
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>body{font-family:sans-serif;margin:2rem auto;max-width:24rem;padding:0 1rem}
      button{background:#06c755;border:0;border-radius:6px;color:#fff;font-size:1rem;padding:.8rem;width:100%%}
      select{font-size:1rem;margin:.5rem 0 1rem;padding:.5rem;width:100%%}</style></head>
      <body><h1>%s</h1>%s</body></html>
      """;

  private final Platform platform;
  private final AccountLinks links;

  LinkDialog(Platform platform, AccountLinks links) {
    this.platform = platform;
    this.links = links;
  }

  void serveOn(JavalinConfig config) {
    config.routes.get(PATH, this::show);
    config.routes.post(PATH, this::confirm);
  }

  private void show(Context http) {
    var words = words(http);
    var token = given(http, "linkToken", http::queryParam);
    var nonce = given(http, "nonce", http::queryParam);
    var against = links.against(token, nonce);
    if (against.isPresent()) {
      write(http, 400, words, paragraph(words.refusal(against.get())));
      return;
    }
    var form =
        paragraph(words.question())
            + "<form method=\"post\" action=\""
            + PATH
            + "\">"
            + hidden("linkToken", token)
            + hidden("nonce", nonce)
            + shop(http, token, words)
            + visitor(http, words)
            + "<button>"
            + escaped(words.confirm())
            + "</button></form>";
    write(http, 200, words, form);
  }

  private void confirm(Context http) {
    var words = words(http);
    var shop = given(http, "shop", http::formParam);
    var visit =
        new AccountLinks.Visit(
            Optional.of(shop).filter(named -> !named.isEmpty()),
            given(http, "user", http::formParam),
            given(http, "linkToken", http::formParam),
            given(http, "nonce", http::formParam));
    switch (links.confirm(visit)) {
      case AccountLinks.Outcome.Confirmed confirmed ->
          write(http, 200, words, paragraph(words.done()));
      case AccountLinks.Outcome.Refused refused ->
          write(http, 400, words, paragraph(words.refusal(refused.why())));
    }
  }

  private String visitor(Context http, DialogWords words) {
    var user = given(http, "user", http::queryParam);
    if (!user.isEmpty()) {
      return hidden("user", user);
    }
    Map<String, String> people;
    synchronized (platform) {
      people = platform.people();
    }
    var options =
        people.entrySet().stream()
            .map(one -> option(one.getKey(), one.getValue()))
            .collect(Collectors.joining());
    return select(words.visitor(), "user", options);
  }

  /** A token of another server does not say whose account it is for. */
  private String shop(Context http, String token, DialogWords words) {
    var shop = given(http, "shop", http::queryParam);
    List<String> shops;
    synchronized (platform) {
      shops = platform.channels().stream().map(Channel::shop).toList();
    }
    if (!shop.isEmpty() || links.issuedHere(token)) {
      return hidden("shop", shop);
    }
    return select(
        words.account(),
        "shop",
        shops.stream().map(one -> option(one, one)).collect(Collectors.joining()));
  }

  private static String given(Context http, String name, Function<String, String> source) {
    return Optional.ofNullable(source.apply(name))
        .or(() -> Optional.ofNullable(http.cookie(name)))
        .orElse("");
  }

  private static DialogWords words(Context http) {
    return DialogWords.of(Optional.ofNullable(http.header("Accept-Language")).orElse(""));
  }

  private static void write(Context http, int status, DialogWords words, String content) {
    var title = escaped(words.title());
    http.status(status).html(PAGE.formatted(words.language(), title, title, content));
  }

  private static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>";
  }

  private static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(value) + "\">";
  }

  private static String select(String label, String name, String options) {
    return "<label>"
        + escaped(label)
        + "<select name=\""
        + name
        + "\">"
        + options
        + "</select></label>";
  }

  private static String option(String value, String text) {
    return "<option value=\"" + escaped(value) + "\">" + escaped(text) + "</option>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
