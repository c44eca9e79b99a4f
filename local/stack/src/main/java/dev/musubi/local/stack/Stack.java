package dev.musubi.local.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a template describes, resolved; everything is in the template's order. */
public record Stack(
    Map<String, String> parameters, Map<String, Resource> resources, Map<String, String> outputs) {

  /** Keeps the order. */
  public Stack {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /** The functions. */
  public List<LambdaFunction> functions() {
    return all(LambdaFunction.class);
  }

  /** The HTTP API, where there is one; the reader refuses a second. */
  public Optional<HttpApi> api() {
    return all(HttpApi.class).stream().findFirst();
  }

  /** The queues, dead-letter queues included. */
  public List<Queue> queues() {
    return all(Queue.class);
  }

  /** The tables. */
  public List<Table> tables() {
    return all(Table.class);
  }

  /** The groups of schedules. */
  public List<ScheduleGroup> scheduleGroups() {
    return all(ScheduleGroup.class);
  }

  /** The roles that the template declares itself. */
  public List<Role> roles() {
    return all(Role.class);
  }

  /** The alarms. */
  public List<Alarm> alarms() {
    return all(Alarm.class);
  }

  /** The log groups. */
  public List<LogGroup> logGroups() {
    return all(LogGroup.class);
  }

  /** The resources of one type. */
  public <R extends Resource> List<R> all(Class<R> type) {
    return resources.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The function of that logical id. */
  public Optional<LambdaFunction> function(String logicalId) {
    return functions().stream().filter(f -> f.named().logicalId().equals(logicalId)).findFirst();
  }

  /** The queue of that ARN. */
  public Optional<Queue> queueByArn(String arn) {
    return queues().stream().filter(q -> q.named().arn().equals(arn)).findFirst();
  }
}
