package dev.musubi.local.line;

import static dev.musubi.local.line.HtmlPage.escaped;
import static dev.musubi.local.line.HtmlPage.hidden;
import static dev.musubi.local.line.HtmlPage.option;
import static dev.musubi.local.line.HtmlPage.paragraph;
import static dev.musubi.local.line.HtmlPage.select;

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
    HtmlPage.write(http, status, words.language(), words.title(), content);
  }
}
