package dev.musubi.local.line;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a shop asks for when it sends a person to LINE's login.
 *
 * @param friendOption {@code normal} or {@code aggressive}, where the add-friend option is wanted
 * @see <a href="https://developers.line.biz/en/docs/line-login/integrate-line-login/">integrating
 *     LINE Login</a>
 */
record LoginRequest(
    LoginChannelSpec channel,
    URI callback,
    String state,
    List<String> scopes,
    Optional<String> nonce,
    Optional<String> challenge,
    Optional<String> friendOption,
    boolean silent) {
  private static final List<String> SCOPES = List.of("profile", "openid", "email");

  /** What is wrong with a request. */
  sealed interface Fault {
    /** The shop can't be told: nobody knows that the address is its own. */
    record Page(String sentence) implements Fault {}

    /** The person is sent back with an error. */
    record Back(URI callback, String state, String error, String description) implements Fault {}
  }

  /** A request, or what is wrong with it. */
  sealed interface Reading {
    record Right(LoginRequest request) implements Reading {}

    record Wrong(Fault fault) implements Reading {}
  }

  static Reading read(Function<String, Optional<String>> field, Platform platform) {
    var login = field.apply("client_id").flatMap(platform::login);
    if (login.isEmpty()) {
      return new Reading.Wrong(new Fault.Page("invalid client_id"));
    }
    var spec = login.get().spec();
    var asked = field.apply("redirect_uri").orElse("");
    var callback =
        spec.callbacks().stream().filter(one -> one.toString().equals(asked)).findFirst();
    if (callback.isEmpty()) {
      return new Reading.Wrong(new Fault.Page("invalid redirect_uri"));
    }
    var state = field.apply("state").orElse("");
    var scopes = List.of(field.apply("scope").orElse("").trim().split("[ +]+"));
    var problem = problem(field, state, scopes, spec);
    if (problem.isPresent()) {
      return new Reading.Wrong(
          new Fault.Back(callback.get(), state, "invalid_request", problem.get()));
    }
    return new Reading.Right(
        new LoginRequest(
            spec,
            callback.get(),
            state,
            scopes,
            field.apply("nonce"),
            field.apply("code_challenge"),
            field.apply("bot_prompt"),
            field.apply("prompt").equals(Optional.of("none"))));
  }

  private static Optional<String> problem(
      Function<String, Optional<String>> field,
      String state,
      List<String> scopes,
      LoginChannelSpec spec) {
    if (!field.apply("response_type").equals(Optional.of("code"))) {
      return Optional.of("response_type must be code");
    }
    if (state.isEmpty()) {
      return Optional.of("state is required");
    }
    if (!SCOPES.containsAll(scopes) || scopes.equals(List.of("email"))) {
      return Optional.of("invalid scope");
    }
    var challenge = field.apply("code_challenge");
    var hashed = field.apply("code_challenge_method").equals(Optional.of("S256"));
    if (challenge.isPresent() && !(hashed && challenge.get().matches("[A-Za-z0-9_-]{43}"))) {
      return Optional.of("code_challenge must be 43 characters of S256");
    }
    var option = field.apply("bot_prompt");
    if (option.isPresent() && !List.of("normal", "aggressive").contains(option.get())) {
      return Optional.of("bot_prompt must be normal or aggressive");
    }
    if (option.isPresent() && spec.linkedShop().isEmpty()) {
      return Optional.of("bot_prompt needs a linked LINE Official Account");
    }
    return Optional.empty();
  }
}
