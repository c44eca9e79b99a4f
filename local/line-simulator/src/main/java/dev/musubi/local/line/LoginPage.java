package dev.musubi.local.line;

import static dev.musubi.local.line.HtmlPage.hidden;
import static dev.musubi.local.line.HtmlPage.paragraph;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * The consent page of LINE Login. The visitor is who the query or the cookie {@code user} says, or
 * is chosen on the page; the aggressive add-friend option is a page of its own.
 */
final class LoginPage {
  private final Platform platform;
  private final Logins logins;

  LoginPage(Platform platform, Logins logins) {
    this.platform = platform;
    this.logins = logins;
  }

  void serveOn(JavalinConfig config) {
    config.routes.get(LoginForm.PATH, http -> serve(http, http::queryParam, this::show));
    config.routes.post(LoginForm.PATH, http -> serve(http, http::formParam, this::decide));
  }

  private interface Serving {
    void on(Context http, LoginRequest request, LoginForm form);
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
        case LoginRequest.Reading.Right right ->
            serving.on(http, right.request(), new LoginForm(field, words));
        case LoginRequest.Reading.Wrong wrong -> refuse(http, wrong.fault(), words);
      }
    }
  }

  private void show(Context http, LoginRequest request, LoginForm form) {
    var visitor = visitor(http, http::queryParam);
    if (request.silent()) {
      go(http, silently(request, visitor));
      return;
    }
    var offered =
        request.friendOption().equals(Optional.of("normal"))
            && visitor.map(userId -> logins.offersFriendship(request, userId)).orElse(true);
    var who =
        visitor
            .map(userId -> hidden("user", userId))
            .orElseGet(() -> form.visitor(platform.people()));
    var account = offered ? Optional.of(account(request)) : Optional.<String>empty();
    write(http, 200, form.words(), form.consent(request, who, account));
  }

  private URI silently(LoginRequest request, Optional<String> visitor) {
    var login = platform.login(request.channel().channelId()).orElseThrow();
    return visitor
        .filter(login::consented)
        .map(userId -> logins.agreed(request, userId, false))
        .orElseGet(() -> back(request, "interaction_required", "the user must interact"));
  }

  private void decide(Context http, LoginRequest request, LoginForm form) {
    var visitor = visitor(http, http::formParam);
    if (visitor.isEmpty()) {
      write(http, 400, form.words(), paragraph(form.words().wrong().formatted("user")));
      return;
    }
    if (!"yes".equals(http.formParam("decision"))) {
      go(http, back(request, "access_denied", "The resource owner denied the request."));
      return;
    }
    var userId = visitor.get();
    var asks =
        request.friendOption().equals(Optional.of("aggressive"))
            && http.formParam("befriend") == null
            && logins.offersFriendship(request, userId);
    if (asks) {
      write(http, 200, form.words(), form.friendship(userId, account(request)));
    } else {
      go(http, logins.agreed(request, userId, "true".equals(http.formParam("befriend"))));
    }
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
          write(http, 400, words, paragraph(words.wrong().formatted(page.sentence())));
      case LoginRequest.Fault.Back back ->
          go(http, Logins.refused(back.callback(), back.state(), back.error(), back.description()));
    }
  }

  private static void write(Context http, int status, LoginWords words, String content) {
    HtmlPage.write(http, status, words.language(), words.title(), content);
  }

  private static void go(Context http, URI address) {
    http.redirect(address.toString(), HttpStatus.FOUND);
  }
}
