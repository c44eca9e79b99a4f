package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;

/**
 * Rich menus replaced or taken from everybody who has one, in one call.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users">batch
 *     control</a>
 */
final class MenuBatchApi {
  private static final String MENU = "/v2/bot/richmenu";
  private static final int MOST = 1000;

  /** Fixed paths come before those with a parameter. */
  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(MENU + "/batch", MenuBatchApi::run).at(RateLimit.perHour(3)),
        Endpoint.post(MENU + "/validate/batch", MenuBatchApi::validate),
        Endpoint.get(MENU + "/progress/batch", MenuBatchApi::progress).at(RateLimit.perHour(100)));
  }

  private static Answer validate(Call call) {
    require(call);
    return Answer.empty(200);
  }

  private static Answer run(Call call) {
    require(call);
    var menus = call.channel().menus();
    var key = call.body().path("resumeRequestKey").asText();
    if (menus.firstRun(key)) {
      for (var operation : call.body().get("operations")) {
        switch (operation.path("type").asText()) {
          case "link" -> menus.replace(text(operation, "from"), text(operation, "to"));
          case "unlink" -> menus.unlinkFrom(text(operation, "from"));
          default -> menus.unlinkAll();
        }
      }
    }
    menus.batch(call.requestId(), call.now());
    return Answer.empty(202);
  }

  private static Answer progress(Call call) {
    var done =
        call.query("requestId")
            .flatMap(call.channel().menus()::batch)
            .orElseThrow(() -> new Refused(404, "Not found"));
    return Answer.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("phase", "succeeded")
            .put("acceptedTime", done.toString())
            .put("completedTime", done.toString()));
  }

  private static void require(Call call) {
    var operations = call.body().path("operations");
    if (!operations.isArray() || operations.isEmpty() || operations.size() > MOST) {
      throw invalid("operations", "Size must be between 1 and " + MOST);
    }
    var key = call.body().path("resumeRequestKey");
    if (!key.isMissingNode() && !key.asText().matches("[a-zA-Z0-9_-]{1,100}")) {
      throw invalid("resumeRequestKey", "invalid property");
    }
    var sources = new HashSet<String>();
    for (var i = 0; i < operations.size(); i++) {
      var at = "operations[" + i + "]";
      switch (operations.get(i).path("type").asText()) {
        case "link" -> {
          requireSource(call, operations.get(i), at, sources);
          RichMenuApi.requireShowable(call, text(operations.get(i), "to"));
        }
        case "unlink" -> requireSource(call, operations.get(i), at, sources);
        case "unlinkAll" -> {
          if (operations.size() > 1) {
            throw invalid(at + ".type", "unlinkAll must be the only operation");
          }
        }
        default ->
            throw invalid(
                at + ".type", "Must be one of the following values: [link, unlink, unlinkAll]");
      }
    }
  }

  private static void requireSource(
      Call call, JsonNode operation, String at, HashSet<String> sources) {
    var from = text(operation, "from");
    if (call.channel().menus().find(from).isEmpty()) {
      throw RichMenuApi.noMenu();
    }
    if (!sources.add(from)) {
      throw invalid(at + ".from", "the same rich menu must not be specified twice");
    }
  }

  private static String text(JsonNode operation, String property) {
    return operation.path(property).asText();
  }

  private static Refused invalid(String property, String detail) {
    return new Refused(Answer.error(400, "The request body has 1 error(s)", property, detail));
  }
}
