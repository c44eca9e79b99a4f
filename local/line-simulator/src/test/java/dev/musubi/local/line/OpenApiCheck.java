package dev.musubi.local.line;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds calls and webhooks against LINE's OpenAPI files, where the environment says where. */
final class OpenApiCheck {
  /**
   * Errors that the descriptions leave out, the {@code {}} that they do not mention, and properties
   * beyond a schema's own, which the validator can't tell from those of a composed one. Security is
   * left out because the validator does not know bearer tokens of the simulator.
   */
  private static final List<String> UNDECLARED =
      List.of(
          "validation.response.status.unknown",
          "validation.response.body.unexpected",
          "validation.schema.additionalProperties",
          "validation.request.path.missing",
          "validation.request.operation.notAllowed",
          "validation.request.security.missing");

  /** LINE counts what readers see as one; the validator counts code points. */
  private static final Pattern MANY_TO_ONE = Pattern.compile("[^\\s\\u200d](\\u200d[^\\s])+");

  private static final Pattern SCHEMA = Pattern.compile("(?m)^(?=    [A-Z]\\w*:$)");
  private static final List<String> APIS =
      List.of("messaging-api.yml", "manage-audience.yml", "channel-access-token.yml");

  private static final Optional<OpenApiCheck> CHECK =
      Optional.ofNullable(System.getenv("MUSUBI_SHARED"))
          .map(folder -> new OpenApiCheck(Path.of(folder, "specs/line")));

  private final List<OpenApiInteractionValidator> apis;
  private final OpenApiInteractionValidator webhooks;

  private OpenApiCheck(Path descriptions) {
    apis = APIS.stream().map(name -> validator(descriptions.resolve(name))).toList();
    webhooks = validator(descriptions.resolve("webhook.yml"));
  }

  private static OpenApiInteractionValidator validator(Path description) {
    return OpenApiInteractionValidator.createForInlineApiSpecification(read(description))
        .withLevelResolver(levels())
        .build();
  }

  /** The validator wants every discriminator required, which the descriptions omit for some. */
  private static String read(Path description) {
    try {
      return Arrays.stream(SCHEMA.split(Files.readString(description)))
          .map(OpenApiCheck::discriminated)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String discriminated(String schema) {
    var bare =
        schema.contains("\n      discriminator:\n") && !schema.contains("\n      required:\n");
    return bare ? schema.replaceFirst("\n", "\n      required: [type]\n") : schema;
  }

  private static LevelResolver levels() {
    var levels = LevelResolver.create();
    UNDECLARED.forEach(key -> levels.withLevel(key, ValidationReport.Level.IGNORE));
    return levels.build();
  }

  static Optional<OpenApiCheck> fromEnvironment() {
    return CHECK;
  }

  /** Fails when an answer is not what LINE declares, or an accepted call is not. */
  void check(Exchange exchange) {
    if (exchange.answerType().startsWith("application/json")) {
      checkAnswer(
          exchange.method(), exchange.uri().getPath(), exchange.status(), exchange.answer());
    }
    if (exchange.status() < 300) {
      checkCall(exchange);
    }
  }

  void checkAnswer(String method, String path, int status, String body) {
    var answer =
        SimpleResponse.Builder.status(status)
            .withContentType("application/json")
            .withBody(body)
            .build();
    for (var api : apis) {
      report(
          method + " " + path + " answered " + status,
          api.validateResponse(path, Request.Method.valueOf(method), answer));
    }
  }

  void checkCall(Exchange exchange) {
    if (exchange.type().startsWith("multipart/") || exchange.type().startsWith("image/")) {
      return;
    }
    var call =
        new SimpleRequest.Builder(exchange.method(), exchange.uri().getPath())
            .withAuthorization("Bearer token");
    Optional.of(exchange.type()).filter(type -> !type.isEmpty()).ifPresent(call::withContentType);
    if (exchange.type().startsWith("application/json")) {
      call.withBody(MANY_TO_ONE.matcher(exchange.body()).replaceAll("字"));
    } else if (exchange.type().startsWith("application/")) {
      // the validator takes a form's digits for a number, and forms know texts alone
      call.withBody(exchange.body().replaceAll("=(\\d+)(?=&|$)", "=id-$1"));
    }
    parameters(exchange.uri())
        .forEach(pair -> call.withQueryParam(pair.getFirst(), pair.getLast()));
    for (var api : apis) {
      report(
          "accepted " + exchange.method() + " " + exchange.uri().getPath(),
          api.validateRequest(call.build()));
    }
  }

  /** Fails when a webhook's body is not what LINE declares. */
  void checkWebhook(String body) {
    var call =
        SimpleRequest.Builder.post("/callback")
            .withContentType("application/json")
            .withBody(body)
            .build();
    report("webhook", webhooks.validateRequest(call));
  }

  private static List<List<String>> parameters(URI uri) {
    var query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.contains("="))
        .map(pair -> List.of(decoded(pair, 0), decoded(pair, 1)))
        .toList();
  }

  private static String decoded(String pair, int part) {
    return URLDecoder.decode(pair.split("=", 2)[part], StandardCharsets.UTF_8);
  }

  private static void report(String what, ValidationReport report) {
    if (report.hasErrors()) {
      throw new AssertionError(what + ": " + report.getMessages());
    }
  }
}
