package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.line.limits.CouponLimits;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.List;

/**
 * Coupons: made, listed, looked at, closed.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#coupon">coupon</a>
 */
final class CouponApi {
  private static final String COUPON = "/v2/bot/coupon";
  private static final String ONE = COUPON + "/{couponId}";
  private static final RateLimit LIMIT = RateLimit.perSecond(200);
  private static final List<String> STATUSES =
      Arrays.stream(Coupons.Status.values()).map(Enum::name).toList();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RandomIds ids;

  CouponApi(RandomIds ids) {
    this.ids = ids;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(COUPON, this::create).at(LIMIT),
        Endpoint.get(COUPON, CouponApi::list).at(LIMIT),
        Endpoint.get(ONE, call -> Answer.ok(coupon(call).content())).at(LIMIT),
        Endpoint.bare(HandlerType.PUT, ONE + "/close", CouponApi::close).at(LIMIT));
  }

  private Answer create(Call call) {
    var complaints = CouponLimits.complaints(call.body());
    if (!complaints.isEmpty()) {
      throw new Refused(Answer.complaints(complaints));
    }
    if (call.channel().coupons().valid(call.now()) >= Coupons.MOST_VALID) {
      throw refused(400, "You have too many coupons created.");
    }
    var id = ids.ulid(call.now());
    ObjectNode content = JSON.objectNode().put("couponId", id);
    content.setAll((ObjectNode) call.body());
    content.put("maxTicketPerUser", 1);
    content.put("createdTimestamp", call.now().getEpochSecond());
    call.channel().coupons().create(id, content);
    return Answer.ok(JSON.objectNode().put("couponId", id));
  }

  private static Answer list(Call call) {
    var wanted = statuses(call);
    var page = page(call);
    var found =
        call.channel().coupons().all().stream()
            .filter(one -> wanted.isEmpty() || wanted.contains(one.status(call.now()).name()))
            .toList();
    var body = JSON.objectNode();
    var items = body.putArray("items");
    for (var coupon : page.of(found)) {
      items
          .addObject()
          .put("couponId", coupon.content().path("couponId").asText())
          .put("title", coupon.content().path("title").asText());
    }
    page.next(found).ifPresent(next -> body.put("next", next));
    return Answer.ok(body);
  }

  private static List<String> statuses(Call call) {
    var wanted =
        call.http().queryParams("status").stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .toList();
    if (!STATUSES.containsAll(wanted)) {
      var detail = "Must be one of the following values: [" + String.join(",", STATUSES) + "]";
      throw new Refused(Answer.error(400, "The request body has 1 error(s)", "status", detail));
    }
    return wanted;
  }

  private static Page page(Call call) {
    var limit = call.query("limit").filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    if (limit.orElse(0) > 100) {
      throw new Refused(
          Answer.error(
              400,
              "The request body has 1 error(s)",
              "limit",
              "Must be less than or equal to 100"));
    }
    return Page.of(call, 20, 100);
  }

  private static Answer close(Call call) {
    if (coupon(call).closed()) {
      throw refused(410, "The coupon has already been closed.");
    }
    call.channel().coupons().close(call.path("couponId"));
    return Answer.empty(200);
  }

  private static Coupons.Coupon coupon(Call call) {
    return call.channel()
        .coupons()
        .find(call.path("couponId"))
        .orElseThrow(() -> refused(404, "coupon not found"));
  }

  private static Refused refused(int status, String detail) {
    return new Refused(Answer.error(status, "The request body has 1 error(s)", "", detail));
  }
}
