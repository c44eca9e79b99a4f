package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.world.scheduler.ScheduleId;
import dev.musubi.local.world.scheduler.ScheduleRefused;
import dev.musubi.local.world.scheduler.Scheduler;
import java.util.List;
import java.util.Map;

/**
 * EventBridge Scheduler's REST calls for one schedule. Creating one also needs {@code iam:PassRole}
 * on its role. See <a
 * href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Operations.html">its API</a>.
 */
final class SchedulerService implements AwsService {
  private static final String PATH = "/schedules/";

  private final Physical physical;
  private final Scheduler scheduler;

  SchedulerService(Physical physical, Scheduler scheduler) {
    this.physical = physical;
    this.scheduler = scheduler;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SCHEDULER;
  }

  @Override
  public String operation(AwsCall call) {
    if (call.path().startsWith(PATH)) {
      switch (call.method()) {
        case "POST":
          return "CreateSchedule";
        case "GET":
          return "GetSchedule";
        case "DELETE":
          return "DeleteSchedule";
        default:
          break;
      }
    }
    throw NotSupported.operation("scheduler", call.method() + " " + call.path());
  }

  @Override
  public List<Need> needs(AwsCall call) {
    String operation = operation(call);
    String group = group(call);
    String name = call.path().substring(PATH.length());
    Need own =
        new Need(
            "scheduler:" + operation, physical.arn("scheduler", "schedule/" + group + "/" + name));
    if (!operation.equals("CreateSchedule")) {
      return List.of(own);
    }
    Need pass =
        new Need(
            "iam:PassRole",
            call.body().at("/Target/RoleArn").asText(),
            Map.of("iam:passedtoservice", List.of("scheduler.amazonaws.com")));
    return List.of(own, pass);
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    try {
      ScheduleId id = new ScheduleId(group(call), call.path().substring(PATH.length()));
      return dialect().ok(result(operation(call), id, call));
    } catch (ScheduleRefused e) {
      return dialect().error(e.code().status(), e.code().awsName(), e.getMessage());
    }
  }

  private ObjectNode result(String operation, ScheduleId id, AwsCall call) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    switch (operation) {
      case "CreateSchedule" -> result.put("ScheduleArn", scheduler.create(id, call.body()));
      case "DeleteSchedule" -> scheduler.delete(id);
      default -> {
        JsonNode document = scheduler.get(id);
        document.properties().forEach(f -> result.set(f.getKey(), f.getValue()));
        result.remove("ClientToken");
        result.put("Name", id.name()).put("GroupName", id.group()).put("Arn", scheduler.arn(id));
      }
    }
    return result;
  }

  private static String group(AwsCall call) {
    return call.method().equals("POST")
        ? call.body().path("GroupName").asText("default")
        : call.query().getOrDefault("groupName", "default");
  }
}
