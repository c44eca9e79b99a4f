package dev.musubi.local.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CouponTest {
  private static final String COUPON =
      """
      {"title":"冬のクーポン","acquisitionCondition":{"type":"normal"},
       "startTimestamp":1795300000,"endTimestamp":1795400000,"timezone":"ASIA_TOKYO",
       "visibility":"UNLISTED","maxUseCountPerTicket":1,
       "reward":{"type":"discount","priceInfo":{"type":"percentage","percentage":25}}}
      """;
  private final Line line = new Line();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_coupon_is_answered_as_it_was_made() {
    var id = create();

    var coupon = line.get("/v2/bot/coupon/" + id).json();
    assertThat(coupon.path("couponId").asText()).isEqualTo(id);
    assertThat(coupon.path("title").asText()).isEqualTo("冬のクーポン");
    assertThat(coupon.path("maxTicketPerUser").asInt()).isOne();
    assertThat(coupon.path("reward")).isEqualTo(line.json(COUPON).path("reward"));
  }

  @Test
  void a_coupon_is_closed_once() {
    var close = "/v2/bot/coupon/%s/close".formatted(create());

    assertThat(line.put(close, "").status()).isEqualTo(200);
    var again = line.put(close, "");
    assertThat(again.status()).isEqualTo(410);
    assertThat(detail(again)).isEqualTo("The coupon has already been closed.");
    var unknown = line.put("/v2/bot/coupon/none/close", "");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(detail(unknown)).isEqualTo("coupon not found");
    assertThat(line.get("/v2/bot/coupon/none").status()).isEqualTo(404);
  }

  @Test
  void coupons_are_listed_page_by_page_and_by_status() {
    var older = create();
    var newer = create();
    line.put("/v2/bot/coupon/%s/close".formatted(older), "");

    var first = line.get("/v2/bot/coupon?limit=1").json();
    assertThat(first.at("/items/0/couponId").asText()).isEqualTo(newer);
    var second = line.get("/v2/bot/coupon?limit=1&start=" + first.path("next").asText()).json();
    assertThat(second.at("/items/0/couponId").asText()).isEqualTo(older);
    assertThat(second.has("next")).isFalse();
    assertThat(line.get("/v2/bot/coupon?status=RUNNING").json().path("items")).hasSize(1);
    assertThat(line.get("/v2/bot/coupon?status=DRAFT").json().path("items")).isEmpty();
    assertThat(detail(line.get("/v2/bot/coupon?status=OPEN")))
        .isEqualTo("Must be one of the following values: [DRAFT,RUNNING,CLOSED]");
    assertThat(detail(line.get("/v2/bot/coupon?limit=101")))
        .isEqualTo("Must be less than or equal to 100");
  }

  @Test
  void a_coupon_whose_time_is_over_is_closed() {
    create();

    line.clock.forward(Duration.ofDays(400));
    line.newToken();

    assertThat(line.get("/v2/bot/coupon?status=CLOSED").json().path("items")).hasSize(1);
  }

  @Test
  void what_is_wrong_with_a_coupon_is_named() {
    assertComplaint(
        COUPON.replace("冬のクーポン", "冬".repeat(61)), "title", "Size must be between 1 and 60");
    assertComplaint(
        COUPON.replace("\"discount\"", "\"cash\""),
        "reward.type",
        "Must be one of the following values: [discount,free,gift,cashBack,others]");
    assertComplaint(
        COUPON.replace("\"percentage\":25", "\"percentage\":25,\"fixedAmount\":3"),
        "reward.priceInfo.fixedAmount",
        "Must not be specified");
    assertComplaint(
        COUPON.replace("\"percentage\":25", "\"percentage\":100"),
        "reward.priceInfo.percentage",
        "invalid property");
    assertComplaint(
        COUPON.replace("\"normal\"", "\"lottery\""),
        "acquisitionCondition.lotteryProbability",
        "must be specified");
    assertComplaint(
        COUPON.replace("\"maxUseCountPerTicket\":1", "\"maxUseCountPerTicket\":2"),
        "maxUseCountPerTicket",
        "invalid property");
    assertComplaint(COUPON.replace("1795400000", "1795300000"), "endTimestamp", "invalid property");
  }

  private void assertComplaint(String coupon, String property, String detail) {
    var refused = line.post("/v2/bot/coupon", coupon);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/details/0/property").asText()).isEqualTo(property);
    assertThat(detail(refused)).isEqualTo(detail);
  }

  private String create() {
    return line.post("/v2/bot/coupon", COUPON).json().path("couponId").asText();
  }

  private static String detail(Line.Reply reply) {
    return reply.json().at("/details/0/message").asText();
  }
}
