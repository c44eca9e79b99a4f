package dev.musubi.local.line;

import static dev.musubi.local.line.HtmlPage.checkbox;
import static dev.musubi.local.line.HtmlPage.escaped;
import static dev.musubi.local.line.HtmlPage.hidden;
import static dev.musubi.local.line.HtmlPage.option;
import static dev.musubi.local.line.HtmlPage.paragraph;
import static dev.musubi.local.line.HtmlPage.select;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The consent page of LINE Login. The visitor is who the query or the cookie {@code user} says, or
 * is chosen on the page; the aggressive add-friend option is a page of its own.
 */
final class LoginPage {
  private static final String PATH = "/oauth2/v2.1/authorize";
  private static final List<String> KEPT =
      List.of(
          "response_type",
          "client_id",
          "redirect_uri",
          "state",
          "scope",
          "nonce",
          "code_challenge",
          "code_challenge_method",
          "bot_prompt",
          "ui_locales");

  private final Platform platform;
  private final Logins logins;

  LoginPage(Platform platform, Logins logins) {
    this.platform = platform;
    this.logins = logins;
  }

  void serveOn(JavalinConfig config) {
    config.routes.get(PATH, http -> serve(http, http::queryParam, this::show));
    config.routes.post(PATH, http -> serve(http, http::formParam, this::decide));
  }

  private interface Serving {
    void on(Context http, LoginRequest request, LoginWords words);
  }

  private void serve(Context http, Function<String, String> source, Serving serving) {
    Function<String, Optional<String>> field =
        name -> Optional.ofNullable(source.apply(name)).filter(value -> !value.isEmpty());
    var words =
        LoginWords.of(
            field
                .apply("ui_locales")
                .or(() -> Optional.ofNullable(http.header("Accept-Language")))
                .orElse(""));
    synchronized (platform) {
      switch (LoginRequest.read(field, platform)) {
        case LoginRequest.Reading.Right right -> serving.on(http, right.request(), words);
        case LoginRequest.Reading.Wrong wrong -> refuse(http, wrong.fault(), words);
      }
    }
  }

  private void show(Context http, LoginRequest request, LoginWords words) {
    var visitor = visitor(http, http::queryParam);
    if (request.silent()) {
      var known =
          visitor.filter(
              userId ->
                  platform.login(request.channel().channelId()).orElseThrow().consented(userId));
      var to =
          known
              .map(userId -> logins.agreed(request, userId, false))
              .orElseGet(() -> back(request, "interaction_required", "the user must interact"));
      go(http, to);
      return;
    }
    var friend =
        request.friendOption().equals(Optional.of("normal"))
                && visitor.map(userId -> logins.offersFriendship(request, userId)).orElse(true)
            ? checkbox("befriend", words.friend().formatted(account(request)), true)
            : "";
    write(
        http,
        words,
        question(request, words)
            + form(
                http,
                http::queryParam,
                choice(visitor, words) + friend,
                "decision",
                words.allow(),
                words.cancel()));
  }

  private void decide(Context http, LoginRequest request, LoginWords words) {
    var visitor = visitor(http, http::formParam);
    if (visitor.isEmpty()) {
      HtmlPage.write(
          http, 400, words.language(), words.title(), paragraph(words.wrong().formatted("user")));
      return;
    }
    if (!"yes".equals(http.formParam("decision"))) {
      go(http, back(request, "access_denied", "The resource owner denied the request."));
      return;
    }
    var asks =
        request.friendOption().equals(Optional.of("aggressive"))
            && http.formParam("befriend") == null
            && logins.offersFriendship(request, visitor.get());
    if (asks) {
      askFriend(http, request, visitor.get(), words);
      return;
    }
    var befriend = "true".equals(http.formParam("befriend"));
    go(http, logins.agreed(request, visitor.get(), befriend));
  }

  private void askFriend(Context http, LoginRequest request, String userId, LoginWords words) {
    var carried = hidden("user", userId) + hidden("decision", "yes");
    write(
        http,
        words,
        paragraph(words.askFriend().formatted(account(request)))
            + form(
                http,
                http::formParam,
                carried,
                "befriend",
                words.friend().formatted(account(request)),
                words.goOn()));
  }

  private static String question(LoginRequest request, LoginWords words) {
    var scopes =
        request.scopes().stream()
            .map(scope -> "<li>" + escaped(words.scopes().get(scope)) + "</li>")
            .collect(Collectors.joining());
    return paragraph(words.question().formatted(request.channel().name()))
        + "<ul>"
        + scopes
        + "</ul>";
  }

  private static String form(
      Context http,
      Function<String, String> source,
      String fields,
      String decision,
      String yes,
      String no) {
    var kept =
        KEPT.stream()
            .map(
                name ->
                    Optional.ofNullable(source.apply(name))
                        .map(value -> hidden(name, value))
                        .orElse(""))
            .collect(Collectors.joining());
    var agreed = decision.equals("befriend") ? "true" : "yes";
    var declined = decision.equals("befriend") ? "false" : "no";
    return "<form method=\"post\" action=\""
        + PATH
        + "\">"
        + kept
        + fields
        + button(decision, agreed, "", yes)
        + button(decision, declined, " class=\"quiet\"", no)
        + "</form>";
  }

  private static String button(String name, String value, String look, String text) {
    return "<button name=\""
        + name
        + "\" value=\""
        + value
        + "\""
        + look
        + ">"
        + escaped(text)
        + "</button>";
  }

  private String choice(Optional<String> visitor, LoginWords words) {
    if (visitor.isPresent()) {
      return hidden("user", visitor.get());
    }
    var options =
        platform.people().entrySet().stream()
            .map(one -> option(one.getKey(), one.getValue()))
            .collect(Collectors.joining());
    return select(words.visitor(), "user", options);
  }

  private Optional<String> visitor(Context http, Function<String, String> source) {
    return Optional.ofNullable(source.apply("user"))
        .or(() -> Optional.ofNullable(http.cookie("user")))
        .filter(platform::knows);
  }

  private String account(LoginRequest request) {
    return platform
        .channel(request.channel().linkedShop().orElseThrow())
        .spec()
        .account()
        .displayName();
  }

  private static URI back(LoginRequest request, String error, String description) {
    return Logins.refused(request.callback(), request.state(), error, description);
  }

  private static void refuse(Context http, LoginRequest.Fault fault, LoginWords words) {
    switch (fault) {
      case LoginRequest.Fault.Page page ->
          HtmlPage.write(
              http,
              400,
              words.language(),
              words.title(),
              paragraph(words.wrong().formatted(page.sentence())));
      case LoginRequest.Fault.Back back ->
          go(http, Logins.refused(back.callback(), back.state(), back.error(), back.description()));
    }
  }

  private static void write(Context http, LoginWords words, String content) {
    HtmlPage.write(http, 200, words.language(), words.title(), content);
  }

  private static void go(Context http, URI address) {
    http.redirect(address.toString(), HttpStatus.FOUND);
  }
}
