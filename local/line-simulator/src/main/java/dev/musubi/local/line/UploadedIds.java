package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The user ids of an upload, by JSON or by file; one that is nobody's fails them all. */
final class UploadedIds {
  private static final int MOST = 10_000;
  private static final int MOST_BY_FILE = 1_500_000;

  private final Platform platform;

  UploadedIds(Platform platform) {
    this.platform = platform;
  }

  /** A multipart form in the form of the JSON request. */
  JsonNode form(Call call) {
    var request = JsonNodeFactory.instance.objectNode().put("byFile", true);
    for (var name : List.of("description", "uploadDescription")) {
      Optional.ofNullable(call.http().formParam(name)).ifPresent(text -> request.put(name, text));
    }
    Optional.ofNullable(call.http().formParam("audienceGroupId"))
        .filter(text -> text.matches("\\d{1,18}"))
        .ifPresent(text -> request.put("audienceGroupId", Long.parseLong(text)));
    var audiences = request.putArray("audiences");
    lines(call).forEach(id -> audiences.addObject().put("id", id));
    return request;
  }

  List<String> of(JsonNode request) {
    var audiences = request.path("audiences");
    var most = request.path("byFile").asBoolean() ? MOST_BY_FILE : MOST;
    if (audiences.size() > most) {
      throw AudienceApi.refused(
          "too many audience ids", "UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS");
    }
    var ids = audiences.valueStream().map(one -> one.path("id").asText()).toList();
    if (!ids.stream().allMatch(platform::knows)) {
      throw AudienceApi.refused(
          "invalid audience id", "UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT");
    }
    return ids;
  }

  private static List<String> lines(Call call) {
    var file =
        Optional.ofNullable(call.http().uploadedFile("file"))
            .orElseThrow(() -> new Refused(400, "The value for the 'file' parameter is invalid"));
    var type = Optional.ofNullable(file.contentType()).orElse("");
    if (!type.startsWith("text/plain")) {
      throw new Refused(415, "The content type, " + type + ", is not supported");
    }
    try (var content = file.content()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the upload can't be read", e);
    }
  }
}
