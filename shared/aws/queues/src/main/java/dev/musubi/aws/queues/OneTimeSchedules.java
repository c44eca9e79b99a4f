package dev.musubi.aws.queues;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.sending.Outbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * One-time schedules that send one message to a queue and remove themselves. A name is one schedule
 * of that minute, which makes scheduling twice harmless.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html">Universal
 *     targets</a>
 */
public final class OneTimeSchedules {

  private static final String SEND_MESSAGE = "arn:aws:scheduler:::aws-sdk:sqs:sendMessage";
  private static final int LONGEST_NAME = 64;
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_.-]+");
  private static final int MOST_RETRIES = 185;
  private static final Duration LONGEST_RETRY = Duration.ofDays(1);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("'at('uuuu-MM-dd'T'HH:mm:ss')'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

  private final SchedulerClient scheduler;
  private final Place place;
  private final InstantSource clock;
  private final JsonMapper json = JsonMapper.builder().build();

  public OneTimeSchedules(SchedulerClient scheduler, Place place, InstantSource clock) {
    this.scheduler = scheduler;
    this.place = place;
    this.clock = clock;
  }

  /**
   * Where schedules are kept, the role under which they send, and where what could not be sent for
   * a day ends up.
   */
  public record Place(String group, String roleArn, String deadLetterQueueArn) {
    public Place {
      Objects.requireNonNull(group, "'group' must not be null");
      Objects.requireNonNull(roleArn, "'roleArn' must not be null");
      Objects.requireNonNull(deadLetterQueueArn, "'deadLetterQueueArn' must not be null");
    }
  }

  /** Schedules the message; {@code name} says what it is, {@code due} is rounded up. */
  void create(String name, Instant due, String queueUrl, Message message) {
    Instant at = at(due);
    try {
      scheduler.createSchedule(
          schedule ->
              schedule
                  .name(name(name, at))
                  .groupName(place.group())
                  .scheduleExpression(SECOND.format(at))
                  .scheduleExpressionTimezone("UTC")
                  .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                  .actionAfterCompletion(ActionAfterCompletion.DELETE)
                  .target(target(queueUrl, message)));
    } catch (ConflictException e) {
      // It stands there already, and due at least two minutes ahead it can't have fired yet.
      return;
    }
  }

  private Instant at(Instant due) {
    Instant earliest = clock.instant().plus(Outbox.SHORTEST_DELAY);
    Instant chosen = due.isBefore(earliest) ? earliest : due;
    return chosen.getNano() == 0 ? chosen : Instant.ofEpochSecond(chosen.getEpochSecond() + 1);
  }

  private static String name(String name, Instant at) {
    String full = name + "-" + MINUTE.format(at);
    return full.length() <= LONGEST_NAME && NAME.matcher(full).matches()
        ? full
        : hash(name) + "-" + MINUTE.format(at);
  }

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Target target(String queueUrl, Message message) {
    ObjectNode input = json.createObjectNode();
    input.put("QueueUrl", queueUrl);
    input.put("MessageBody", message.body());
    input.put("MessageGroupId", message.shop().handle());
    return Target.builder()
        .arn(SEND_MESSAGE)
        .roleArn(place.roleArn())
        .input(input.toString())
        .deadLetterConfig(dlq -> dlq.arn(place.deadLetterQueueArn()))
        .retryPolicy(
            retry ->
                retry
                    .maximumRetryAttempts(MOST_RETRIES)
                    .maximumEventAgeInSeconds((int) LONGEST_RETRY.toSeconds()))
        .build();
  }
}
