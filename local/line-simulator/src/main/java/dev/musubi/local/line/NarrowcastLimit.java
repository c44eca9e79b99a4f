package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How many messages a narrowcast may send at most.
 *
 * @param upToQuota as many as the month still allows
 * @param whole rather none than a part
 */
record NarrowcastLimit(int max, boolean upToQuota, boolean whole) {

  static NarrowcastLimit of(JsonNode limit) {
    var max = limit.path("max");
    if (!max.isMissingNode() && (!max.isIntegralNumber() || max.asInt() < 1)) {
      throw new Refused(
          Answer.error(400, "The request body has 1 error(s)", "limit.max", "invalid property"));
    }
    var upToQuota = limit.path("upToRemainingQuota").asBoolean();
    var whole = limit.path("forbidPartialDelivery").asBoolean();
    if (whole && !upToQuota) {
      throw new Refused(
          400, "The option forbidPartialDelivery must be used with upToRemainingQuota.");
    }
    return new NarrowcastLimit(max.asInt(Integer.MAX_VALUE), upToQuota, whole);
  }

  /** How many of {@code people} may be sent to, when the month has {@code left}. */
  int of(int people, long left) {
    var most = Math.min(people, max);
    return upToQuota ? (int) Math.min(most, left) : most;
  }

  /** Whether the whole is too much, and a part not wanted. */
  boolean forbids(int people, long left) {
    return whole && of(people, left) < Math.min(people, max);
  }
}
