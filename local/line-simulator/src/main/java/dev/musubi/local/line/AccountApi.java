package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a channel may ask about itself and its people: account, quota, counts, profiles, followers,
 * link tokens, the loading animation.
 */
final class AccountApi {
  private static final LocalDate FIRST_COUNTED = LocalDate.of(2018, 3, 31);
  private static final List<String> COUNTED =
      List.of("push", "multicast", "broadcast", "reply", "pnp", "pnp/templated");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Platform platform;
  private final RandomIds ids;
  private final boolean verified;

  AccountApi(Platform platform, RandomIds ids, boolean verified) {
    this.platform = platform;
    this.ids = ids;
    this.verified = verified;
  }

  List<Endpoint> endpoints() {
    var all = new ArrayList<Endpoint>();
    all.add(Endpoint.get("/v2/bot/info", AccountApi::info));
    all.add(Endpoint.get("/v2/bot/profile/{userId}", this::profile));
    all.add(Endpoint.get("/v2/bot/followers/ids", this::followers));
    all.add(Endpoint.bare("/v2/bot/user/{userId}/linkToken", this::linkToken));
    all.add(Endpoint.get("/v2/bot/message/quota", AccountApi::quota));
    all.add(Endpoint.get("/v2/bot/message/quota/consumption", AccountApi::consumption));
    for (var api : COUNTED) {
      all.add(Endpoint.get("/v2/bot/message/delivery/" + api, call -> delivered(api, call)));
    }
    all.add(
        Endpoint.post("/v2/bot/chat/loading/start", this::loading).at(RateLimit.perSecond(100)));
    return all;
  }

  private static Answer info(Call call) {
    var account = call.channel().spec().account();
    return Answer.ok(
        JSON.objectNode()
            .put("userId", account.botUserId())
            .put("basicId", account.basicId())
            .put("displayName", account.displayName())
            .put("chatMode", "bot")
            .put("markAsReadMode", "auto"));
  }

  private Answer profile(Call call) {
    var userId = call.userId();
    if (!platform.knows(userId) || !call.channel().friendship(userId).known()) {
      throw new Refused(404, "Not found");
    }
    return Answer.ok(
        JSON.objectNode()
            .put("displayName", platform.name(userId))
            .put("userId", userId)
            .put("language", "ja"));
  }

  private Answer followers(Call call) {
    if (!verified) {
      throw new Refused(403, "Access to this API is not available for your account");
    }
    var page = Page.of(call, 300, 1000);
    var friends = call.channel().friends();
    var body = JSON.objectNode();
    page.of(friends).forEach(body.putArray("userIds")::add);
    page.next(friends).ifPresent(next -> body.put("next", next));
    return Answer.ok(body);
  }

  private Answer linkToken(Call call) {
    var userId = call.userId();
    if (!platform.knows(userId)) {
      throw new Refused(404, "Not found");
    }
    var token = ids.linkToken();
    call.channel().linkTokens().issue(token, userId, call.now());
    return Answer.ok(JSON.objectNode().put("linkToken", token));
  }

  private static Answer quota(Call call) {
    var limit = call.channel().monthlyLimit();
    var body = JSON.objectNode().put("type", limit.isPresent() ? "limited" : "none");
    limit.ifPresent(value -> body.put("value", value));
    return Answer.ok(body);
  }

  private static Answer consumption(Call call) {
    var used = call.channel().meter().usedInMonthOf(call.now());
    return Answer.ok(JSON.objectNode().put("totalUsage", used));
  }

  /** A day's count is ready on the next day, by Japan's calendar. */
  private static Answer delivered(String api, Call call) {
    var day = day(call.query("date").orElse(""));
    var body = JSON.objectNode();
    if (day.isBefore(FIRST_COUNTED)) {
      body.put("status", "out_of_service");
    } else if (day.isBefore(LocalDate.ofInstant(call.now(), Meter.JAPAN))) {
      body.put("status", "ready").put("success", call.channel().meter().on(api, day));
    } else {
      body.put("status", "unready");
    }
    return Answer.ok(body);
  }

  private Answer loading(Call call) {
    var seconds = call.body().path("loadingSeconds").asInt(20);
    if (!ChannelSpec.USER_ID.matcher(call.text("chatId")).matches()) {
      throw new Refused(
          Answer.error(400, "The request body has 1 error(s)", "chatId", "invalid property"));
    }
    if (seconds < 5 || seconds > 60 || seconds % 5 != 0) {
      throw new Refused(
          Answer.error(
              400, "The request body has 1 error(s)", "loadingSeconds", "invalid property"));
    }
    return Answer.empty(202);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw new Refused(400, "The value for the 'date' parameter is invalid");
    }
  }
}
