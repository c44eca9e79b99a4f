package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The coupons of a channel; they never change but for being closed. */
final class Coupons {
  static final int MOST_VALID = 5000;

  private Map<String, Coupon> coupons = new LinkedHashMap<>();

  /** What LINE says of a coupon's state. */
  enum Status {
    DRAFT,
    RUNNING,
    CLOSED
  }

  /** A coupon as LINE answers it, and whether its owner ended it. */
  record Coupon(ObjectNode content, boolean closed) {
    Status status(Instant now) {
      var over = now.getEpochSecond() > content.path("endTimestamp").asLong();
      return closed || over ? Status.CLOSED : Status.RUNNING;
    }
  }

  void create(String id, ObjectNode content) {
    coupons.put(id, new Coupon(content, false));
  }

  Optional<Coupon> find(String id) {
    return Optional.ofNullable(coupons.get(id));
  }

  void close(String id) {
    coupons.computeIfPresent(id, (same, coupon) -> new Coupon(coupon.content, true));
  }

  /** The newest first. */
  List<Coupon> all() {
    return List.copyOf(coupons.values()).reversed();
  }

  long valid(Instant now) {
    return coupons.values().stream().filter(one -> one.status(now) == Status.RUNNING).count();
  }
}
