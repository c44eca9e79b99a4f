package dev.musubi.local.world.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.stack.Decision;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Role;
import dev.musubi.local.world.scheduler.QueueTarget.Delivery;
import dev.musubi.local.world.scheduler.QueueTarget.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Delivers what a schedule says with the rights of its role, as AWS would. */
final class Dispatch {
  private static final String SCHEDULER = "scheduler.amazonaws.com";

  private final Physical physical;
  private final List<Role> roles;
  private final QueueTarget queues;

  Dispatch(Physical physical, List<Role> roles, QueueTarget queues) {
    this.physical = physical;
    this.roles = List.copyOf(roles);
    this.queues = queues;
  }

  /** Refuses a role that is not there or does not trust the scheduler. */
  void checkRole(ScheduleId id, String roleArn) {
    if (role(id, roleArn).isEmpty()) {
      throw ScheduleRefused.validation(
          "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
    }
  }

  Delivery deliver(Schedule schedule) {
    return send(schedule, message(schedule));
  }

  /** Puts the schedule's input into its dead-letter queue; false if it has none or that fails. */
  boolean deadLetter(Schedule schedule) {
    return schedule
        .target()
        .deadLetterArn()
        .map(arn -> new Message(arn, schedule.target().input(), Optional.empty(), Duration.ZERO))
        .filter(message -> send(schedule, message) instanceof Delivery.Accepted)
        .isPresent();
  }

  String queueOf(Schedule schedule) {
    String arn = message(schedule).queueArn();
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  private Delivery send(Schedule schedule, Message message) {
    Optional<Role> role = role(schedule.id(), schedule.target().roleArn());
    if (role.isEmpty()) {
      return new Delivery.Refused("the role can't be assumed");
    }
    Decision decision = role.get().grants().decide("sqs:SendMessage", message.queueArn(), Map.of());
    return decision == Decision.ALLOWED
        ? queues.deliver(message)
        : new Delivery.Refused("the role does not grant sqs:SendMessage on " + message.queueArn());
  }

  private Optional<Role> role(ScheduleId id, String arn) {
    Map<String, List<String>> context =
        Map.of(
            "aws:sourceaccount", List.of(physical.account()),
            "aws:sourcearn", List.of(physical.arn("scheduler", "schedule-group/" + id.group())));
    return roles.stream()
        .filter(role -> role.named().arn().equals(arn))
        .filter(role -> role.assumableBy(SCHEDULER, context))
        .findFirst();
  }

  private Message message(Schedule schedule) {
    Target target = schedule.target();
    String input = filled(schedule);
    if (!target.arn().equals(Target.UNIVERSAL_SEND)) {
      return new Message(target.arn(), input, target.groupId(), Duration.ZERO);
    }
    JsonNode call = Schedule.json(input);
    String url = call.path("QueueUrl").asText();
    return new Message(
        physical.arn("sqs", url.substring(url.lastIndexOf('/') + 1)),
        call.path("MessageBody").asText(),
        Optional.ofNullable(call.get("MessageGroupId")).map(JsonNode::asText),
        Duration.ofSeconds(call.path("DelaySeconds").asLong(0)));
  }

  /** The placeholders that Scheduler fills in. */
  private String filled(Schedule schedule) {
    Instant at = schedule.at();
    return schedule
        .target()
        .input()
        .replace("<aws.scheduler.scheduled-time>", at.toString())
        .replace(
            "<aws.scheduler.schedule-arn>", physical.arn("scheduler", "schedule/" + schedule.id()));
  }
}
