package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What LINE takes as a coupon.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#create-coupon">create a
 *     coupon</a>
 */
public final class CouponLimits {
  private static final Map<String, List<String>> AMOUNTS =
      Map.of(
          "fixed", List.of("fixedAmount"),
          "percentage", List.of("percentage"),
          "explicit", List.of("originalPrice", "priceAfterDiscount"));
  private static final List<String> REWARDS =
      List.of("discount", "free", "gift", "cashBack", "others");
  private static final Rule AMOUNT = Rules.integer(1, Long.MAX_VALUE);
  private static final Rule SECONDS = Rules.integer(0, Long.MAX_VALUE);

  private static final Shape CONDITION =
      Shape.open()
          .required("type", values("normal", "lottery"))
          .optional("lotteryProbability", Rules.integer(1, 99))
          .optional("maxAcquireCount", Rules.integer(-1, 999_999));
  private static final Shape PRICE =
      Shape.open()
          .optional(AMOUNT, "fixedAmount", "originalPrice", "priceAfterDiscount")
          .optional("percentage", Rules.integer(1, 99));
  private static final Shape COUPON =
      Shape.open()
          .required("title", sized(60))
          .required("acquisitionCondition", CONDITION)
          .required("startTimestamp", SECONDS)
          .required("endTimestamp", SECONDS)
          .required("timezone", Rules.matching("[A-Z]+(_[A-Z0-9]+)+"))
          .required("visibility", values("UNLISTED", "PUBLIC"))
          .required("maxUseCountPerTicket", CouponLimits::once)
          .required("reward", CouponLimits::reward)
          .optional("description", Rules.shortText(1000))
          .optional("usageCondition", Rules.shortText(100))
          .optional("couponCode", Rules.shortText(16))
          .optional(Rules.media(), "imageUrl", "barcodeImageUrl");

  private CouponLimits() {}

  /** Everything that is wrong with a coupon; empty when LINE takes it. */
  public static List<Complaint> complaints(JsonNode coupon) {
    var out = new ArrayList<>(COUPON.complaints(coupon, Place.body("")));
    var condition = coupon.path("acquisitionCondition");
    if (Rules.typeOf(condition).equals("lottery")) {
      for (var needed : List.of("lotteryProbability", "maxAcquireCount")) {
        if (!condition.hasNonNull(needed)) {
          out.add(missing(Place.body("acquisitionCondition").child(needed)));
        }
      }
    }
    if (coupon.path("endTimestamp").asLong() <= coupon.path("startTimestamp").asLong()
        && coupon.path("startTimestamp").isIntegralNumber()) {
      out.add(new Complaint(Place.body("endTimestamp"), Rules.INVALID));
    }
    return List.copyOf(out);
  }

  private static void once(JsonNode value, Place at, List<Complaint> out) {
    if (!value.isIntegralNumber() || (value.asInt() != 1 && value.asInt() != -1)) {
      out.add(new Complaint(at, Rules.INVALID));
    }
  }

  private static void reward(JsonNode reward, Place at, List<Complaint> out) {
    values(REWARDS.toArray(String[]::new)).check(reward.path("type"), at.child("type"), out);
    var priced = List.of("discount", "cashBack").contains(Rules.typeOf(reward));
    if (!reward.hasNonNull("priceInfo")) {
      return;
    }
    var place = at.child("priceInfo");
    if (!priced) {
      out.add(new Complaint(place, "Must not be specified"));
      return;
    }
    var price = reward.get("priceInfo");
    PRICE.check(price, place, out);
    var own = AMOUNTS.get(Rules.typeOf(price));
    if (own == null || (own.size() > 1 && Rules.typeOf(reward).equals("cashBack"))) {
      out.add(new Complaint(place.child("type"), Rules.INVALID));
      return;
    }
    amounts(price, own, place, out);
  }

  private static void amounts(JsonNode price, List<String> own, Place at, List<Complaint> out) {
    for (var name : List.of("fixedAmount", "percentage", "originalPrice", "priceAfterDiscount")) {
      if (own.contains(name) && !price.hasNonNull(name)) {
        out.add(missing(at.child(name)));
      } else if (!own.contains(name) && price.hasNonNull(name)) {
        out.add(new Complaint(at.child(name), "Must not be specified"));
      }
    }
  }

  private static Complaint missing(Place at) {
    return new Complaint(at, Rules.MISSING);
  }

  private static Rule sized(int most) {
    return (value, at, out) -> {
      if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > most) {
        out.add(new Complaint(at, "Size must be between 1 and " + most));
      }
    };
  }

  private static Rule values(String... known) {
    return (value, at, out) -> {
      if (!List.of(known).contains(value.asText())) {
        var all = String.join(",", known);
        out.add(new Complaint(at, "Must be one of the following values: [" + all + "]"));
      }
    };
  }
}
