package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;

/**
 * Audiences of uploaded user ids: made, added to, listed, renamed, deleted.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#manage-audience-group">manage
 *     audience</a>
 */
final class AudienceApi {
  private static final String AUDIENCE = "/v2/bot/audienceGroup";
  private static final String ONE = AUDIENCE + "/{audienceGroupId}";
  private static final RateLimit LIMIT = RateLimit.perMinute(60);
  private static final int LONGEST_NAME = 120;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final UploadedIds uploads;

  AudienceApi(UploadedIds uploads) {
    this.uploads = uploads;
  }

  /** Fixed paths come before those with a parameter. */
  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(AUDIENCE + "/upload", call -> create(call, call.body())).at(LIMIT),
        Endpoint.put(AUDIENCE + "/upload", call -> add(call, call.body())).at(LIMIT),
        Endpoint.bare(
                HandlerType.POST,
                AUDIENCE + "/upload/byFile",
                call -> create(call, uploads.form(call)))
            .at(LIMIT),
        Endpoint.bare(
                HandlerType.PUT, AUDIENCE + "/upload/byFile", call -> add(call, uploads.form(call)))
            .at(LIMIT),
        Endpoint.get(AUDIENCE + "/list", AudienceApi::list).at(LIMIT),
        Endpoint.put(ONE + "/updateDescription", AudienceApi::rename).at(LIMIT),
        Endpoint.get(ONE, AudienceApi::get).at(LIMIT),
        Endpoint.delete(ONE, AudienceApi::delete).at(LIMIT));
  }

  static Refused refused(String message, String code) {
    var body = JSON.objectNode().put("message", message);
    body.putArray("details").addObject().put("message", code);
    return new Refused(Answer.json(400, body));
  }

  private Answer create(Call call, JsonNode request) {
    var description = description(request);
    var userIds = uploads.of(request);
    var audiences = call.channel().audiences();
    if (audiences.all().size() >= Audiences.MOST) {
      throw refused("audience group count max over", "AUDIENCE_GROUP_COUNT_MAX_OVER");
    }
    var audience = audiences.create(description, call.now());
    if (!userIds.isEmpty()) {
      audiences.add(audience, userIds, request.path("uploadDescription").asText(), call.now());
    }
    return Answer.json(202, head(audience));
  }

  private Answer add(Call call, JsonNode request) {
    var audience = audience(call, request.path("audienceGroupId").asLong());
    if (audience.status(call.now()).equals("EXPIRED")) {
      throw refused("audience group expired", "AUDIENCE_GROUP_EXPIRED");
    }
    var userIds = uploads.of(request);
    if (userIds.isEmpty()) {
      throw refused("no valid audience ids", "UPLOAD_AUDIENCE_GROUP_NO_VALID_AUDIENCE_IDS");
    }
    call.channel()
        .audiences()
        .add(audience, userIds, request.path("uploadDescription").asText(), call.now());
    return Answer.empty(202);
  }

  private static Answer rename(Call call) {
    call.channel().audiences().rename(audience(call), description(call.body()));
    return Answer.empty(200);
  }

  private static Answer delete(Call call) {
    call.channel().audiences().delete(audience(call).id());
    return Answer.empty(200);
  }

  private static Answer get(Call call) {
    var audience = audience(call);
    var body = JSON.objectNode();
    body.set("audienceGroup", full(audience, call));
    var jobs = body.putArray("jobs");
    for (var job : audience.jobs()) {
      var status = job.done(call.now()) ? "FINISHED" : "WORKING";
      jobs.addObject()
          .put("audienceGroupJobId", job.id())
          .put("audienceGroupId", audience.id())
          .put("description", job.description())
          .put("type", job.type())
          .put("jobStatus", status)
          .put("audienceCount", job.count())
          .put("created", job.created().getEpochSecond());
    }
    return Answer.ok(body);
  }

  private static Answer list(Call call) {
    var number = call.query("page").filter(text -> text.matches("[1-9]\\d{0,5}"));
    var size = call.query("size").orElse("20");
    if (number.isEmpty() || !size.matches("[1-9]|[1-3]\\d|40")) {
      var wrong = number.isEmpty() ? "page" : "size";
      throw new Refused(400, "The value for the '" + wrong + "' parameter is invalid");
    }
    var found = call.channel().audiences().all().stream().filter(one -> wanted(one, call)).toList();
    var page = Integer.parseInt(number.get());
    var part = new Page(Integer.parseInt(size), (page - 1) * Integer.parseInt(size));
    var body = JSON.objectNode();
    var groups = body.putArray("audienceGroups");
    part.of(found).forEach(one -> groups.add(full(one, call)));
    body.put("hasNextPage", part.next(found).isPresent())
        .put("totalCount", found.size())
        .put("readWriteAudienceGroupTotalCount", found.size())
        .put("page", page)
        .put("size", part.limit());
    return Answer.ok(body);
  }

  private static boolean wanted(Audiences.Audience audience, Call call) {
    var named =
        call.query("description")
            .map(part -> lower(audience.description()).contains(lower(part)))
            .orElse(true);
    return named && call.query("status").map(audience.status(call.now())::equals).orElse(true);
  }

  private static Audiences.Audience audience(Call call) {
    var id = call.path("audienceGroupId");
    if (!id.matches("\\d{1,18}")) {
      throw new Refused(400, "The value for the 'audienceGroupId' parameter is invalid");
    }
    return audience(call, Long.parseLong(id));
  }

  private static Audiences.Audience audience(Call call, long id) {
    return call.channel()
        .audiences()
        .find(id)
        .orElseThrow(() -> refused("audience group not found", "AUDIENCE_GROUP_NOT_FOUND"));
  }

  private static String description(JsonNode request) {
    var description = request.path("description").asText();
    if (description.length() > LONGEST_NAME) {
      throw refused("size over audienceGroupName", "AUDIENCE_GROUP_NAME_SIZE_OVER");
    }
    if (description.isBlank() || description.chars().anyMatch(Character::isISOControl)) {
      throw refused("wrong audienceGroupName", "AUDIENCE_GROUP_NAME_WRONG");
    }
    return description;
  }

  private static ObjectNode head(Audiences.Audience audience) {
    return JSON.objectNode()
        .put("audienceGroupId", audience.id())
        .put("createRoute", "MESSAGING_API")
        .put("type", "UPLOAD")
        .put("description", audience.description())
        .put("created", audience.created().getEpochSecond())
        .put("permission", "READ_WRITE")
        .put("expireTimestamp", audience.expires().getEpochSecond())
        .put("isIfaAudience", false);
  }

  private static ObjectNode full(Audiences.Audience audience, Call call) {
    return head(audience)
        .put("status", audience.status(call.now()))
        .put("audienceCount", audience.members().size());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
