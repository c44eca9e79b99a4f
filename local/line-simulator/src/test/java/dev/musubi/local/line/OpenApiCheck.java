package dev.musubi.local.line;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;

/** Holds answers against LINE's OpenAPI file, where the environment says where that is. */
final class OpenApiCheck {
  private static final String BLOB = "/content";
  private static final Optional<OpenApiCheck> CHECK =
      Optional.ofNullable(System.getenv("MUSUBI_SHARED"))
          .map(folder -> new OpenApiCheck(Path.of(folder, "specs/line/messaging-api.yml")));

  private final OpenApiInteractionValidator validator;

  private OpenApiCheck(Path description) {
    validator =
        OpenApiInteractionValidator.createForSpecificationUrl(description.toUri().toString())
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel("validation.response.status.unknown", ValidationReport.Level.IGNORE)
                    .withLevel("validation.request.path.missing", ValidationReport.Level.IGNORE)
                    .build())
            .build();
  }

  static Optional<OpenApiCheck> fromEnvironment() {
    return CHECK;
  }

  /** Fails when the answer is not what LINE declares. */
  void check(HttpRequest request, HttpResponse<byte[]> response) {
    var path = request.uri().getPath();
    if (path.endsWith(BLOB)) {
      return;
    }
    var answer = SimpleResponse.Builder.status(response.statusCode());
    response.headers().firstValue("content-type").ifPresent(answer::withContentType);
    var report =
        validator.validateResponse(
            path,
            Request.Method.valueOf(request.method()),
            answer.withBody(response.body()).build());
    if (report.hasErrors()) {
      throw new AssertionError(
          request.method()
              + " "
              + path
              + " "
              + response.statusCode()
              + ": "
              + report.getMessages());
    }
  }
}
