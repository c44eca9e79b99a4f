package dev.musubi.local.line;

import static dev.musubi.local.line.HtmlPage.checkbox;
import static dev.musubi.local.line.HtmlPage.escaped;
import static dev.musubi.local.line.HtmlPage.hidden;
import static dev.musubi.local.line.HtmlPage.option;
import static dev.musubi.local.line.HtmlPage.paragraph;
import static dev.musubi.local.line.HtmlPage.select;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The forms of the consent page; each carries the shop's request on to the next step.
 *
 * @param field the request as it came
 */
record LoginForm(Function<String, Optional<String>> field, LoginWords words) {
  static final String PATH = "/oauth2/v2.1/authorize";
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

  /** Asks for consent; {@code account} is offered as a friend where it is given. */
  String consent(LoginRequest request, String visitor, Optional<String> account) {
    var scopes =
        request.scopes().stream()
            .map(scope -> "<li>" + escaped(words.scopes().get(scope)) + "</li>")
            .collect(Collectors.joining());
    var friend =
        account.map(name -> checkbox("befriend", words.friend().formatted(name), true)).orElse("");
    return paragraph(words.question().formatted(request.channel().name()))
        + "<ul>"
        + scopes
        + "</ul>"
        + form(
            visitor + friend,
            button("decision", "yes", "", words.allow()),
            button("decision", "no", " class=\"quiet\"", words.cancel()));
  }

  /** Asks who consented whether {@code account} shall be a friend. */
  String friendship(String userId, String account) {
    return paragraph(words.askFriend().formatted(account))
        + form(
            hidden("user", userId) + hidden("decision", "yes"),
            button("befriend", "true", "", words.friend().formatted(account)),
            button("befriend", "false", " class=\"quiet\"", words.goOn()));
  }

  /** Lets one of the people be chosen. */
  String visitor(Map<String, String> people) {
    var options =
        people.entrySet().stream()
            .map(one -> option(one.getKey(), one.getValue()))
            .collect(Collectors.joining());
    return select(words.visitor(), "user", options);
  }

  private String form(String fields, String... buttons) {
    var kept =
        KEPT.stream()
            .map(name -> field.apply(name).map(value -> hidden(name, value)).orElse(""))
            .collect(Collectors.joining());
    return "<form method=\"post\" action=\"%s\">%s%s%s</form>"
        .formatted(PATH, kept, fields, String.join("", buttons));
  }

  private static String button(String name, String value, String look, String text) {
    return "<button name=\"%s\" value=\"%s\"%s>%s</button>"
        .formatted(name, value, look, escaped(text));
  }
}
