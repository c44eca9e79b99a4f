package dev.musubi.local.line;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Holds answers against LINE's OpenAPI file, where the environment says where that is. */
final class OpenApiCheck {
  /**
   * Errors that the description leaves out, the {@code {}} that it does not mention, and properties
   * beyond a schema's own, which the validator can't tell from those of a composed one.
   */
  private static final List<String> UNDECLARED =
      List.of(
          "validation.response.status.unknown",
          "validation.response.body.unexpected",
          "validation.schema.additionalProperties",
          "validation.request.path.missing");

  private static final Optional<OpenApiCheck> CHECK =
      Optional.ofNullable(System.getenv("MUSUBI_SHARED"))
          .map(folder -> new OpenApiCheck(Path.of(folder, "specs/line/messaging-api.yml")));

  private final OpenApiInteractionValidator validator;

  private OpenApiCheck(Path description) {
    validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(read(description))
            .withLevelResolver(levels())
            .build();
  }

  /** The validator wants every discriminator required, which the description omits for actions. */
  private static String read(Path description) {
    try {
      var bare = "      description: \"Action\"\n      type: object\n";
      return Files.readString(description)
          .replace(bare, bare + "      required:\n        - type\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LevelResolver levels() {
    var levels = LevelResolver.create();
    UNDECLARED.forEach(key -> levels.withLevel(key, ValidationReport.Level.IGNORE));
    return levels.build();
  }

  static Optional<OpenApiCheck> fromEnvironment() {
    return CHECK;
  }

  void check(HttpRequest request, HttpResponse<byte[]> response) {
    var type = response.headers().firstValue("content-type").orElse("");
    if (type.startsWith("application/json")) {
      var body = new String(response.body(), StandardCharsets.UTF_8);
      check(request.method(), request.uri().getPath(), response.statusCode(), body);
    }
  }

  /** Fails when a JSON answer is not what LINE declares. */
  void check(String method, String path, int status, String body) {
    var answer =
        SimpleResponse.Builder.status(status)
            .withContentType("application/json")
            .withBody(body)
            .build();
    var report = validator.validateResponse(path, Request.Method.valueOf(method), answer);
    if (report.hasErrors()) {
      throw new AssertionError(method + " " + path + " " + status + ": " + report.getMessages());
    }
  }
}
