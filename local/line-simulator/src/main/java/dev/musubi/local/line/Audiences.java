package dev.musubi.local.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The audiences of a channel: people by user id, ready a little after each upload. */
final class Audiences {
  static final int MOST = 1000;

  /** LINE says only "a little while"; the simulator's is short and not nothing. */
  static final Duration WORK = Duration.ofSeconds(5);

  private static final Duration LIFE = Duration.ofDays(180);
  private static final long FIRST = 1_000_000_000_001L;

  private Map<Long, Audience> audiences = new LinkedHashMap<>();
  private long next = FIRST;

  /** One upload. */
  record Job(long id, String type, String description, int count, Instant created) {
    boolean done(Instant now) {
      return !now.isBefore(created.plus(WORK));
    }
  }

  /** An audience, with its members as they were uploaded. */
  record Audience(
      long id, String description, Instant created, Set<String> members, List<Job> jobs) {

    Instant expires() {
      return created.plus(LIFE);
    }

    String status(Instant now) {
      if (!now.isBefore(expires())) {
        return "EXPIRED";
      }
      return jobs.stream().allMatch(job -> job.done(now)) ? "READY" : "IN_PROGRESS";
    }

    boolean ready(Instant now) {
      return status(now).equals("READY");
    }
  }

  Audience create(String description, Instant now) {
    var audience = new Audience(next++, description, now, new LinkedHashSet<>(), new ArrayList<>());
    audiences.put(audience.id, audience);
    return audience;
  }

  void add(Audience audience, List<String> userIds, String description, Instant now) {
    audience.members.addAll(userIds);
    audience.jobs.add(new Job(next++, "DIFF_ADD", description, userIds.size(), now));
  }

  void rename(Audience audience, String description) {
    audiences.put(
        audience.id,
        new Audience(audience.id, description, audience.created, audience.members, audience.jobs));
  }

  void delete(long id) {
    audiences.remove(id);
  }

  Optional<Audience> find(long id) {
    return Optional.ofNullable(audiences.get(id));
  }

  /** The newest first. */
  List<Audience> all() {
    return List.copyOf(audiences.values()).reversed();
  }
}
