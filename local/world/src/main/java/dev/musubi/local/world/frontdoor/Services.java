package dev.musubi.local.world.frontdoor;

import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Queue;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.Table;
import dev.musubi.local.world.mapping.QueueEvents;
import dev.musubi.local.world.parameters.ParameterStore;
import dev.musubi.local.world.scheduler.Scheduler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The AWS services of one stack, as the front door serves them. */
public final class Services implements AutoCloseable {
  private final Physical physical;
  private final Stack stack;
  private final Forwarder dynamoDb;
  private final Forwarder sqs;
  private final List<AwsService> all;

  /** The four services over their engines; {@code events} hears what functions do to queues. */
  public Services(
      Physical physical,
      Stack stack,
      Engines engines,
      Scheduler scheduler,
      ParameterStore parameters,
      QueueEvents events) {
    Map<String, Table> tables = new LinkedHashMap<>();
    stack.tables().forEach(t -> tables.put(t.named().name(), t));
    Map<String, Queue> queues = new LinkedHashMap<>();
    stack.queues().forEach(q -> queues.put(q.named().name(), q));
    this.physical = physical;
    this.stack = stack;
    this.dynamoDb = new Forwarder(engines.dynamoDb().endpoint());
    this.sqs = new Forwarder(engines.sqs().endpoint());
    this.all =
        List.of(
            new DynamoDbService(new DynamoDbNeeds(physical, tables), dynamoDb),
            new SqsService(physical, queues, sqs, events),
            new SchedulerService(physical, scheduler),
            new SsmService(physical, parameters));
  }

  /** The engines that hold items and messages. */
  public record Engines(LocalDynamoDb dynamoDb, LocalSqs sqs) {}

  Physical physical() {
    return physical;
  }

  Stack stack() {
    return stack;
  }

  Optional<AwsService> named(String name) {
    return all.stream().filter(s -> s.dialect().service().equals(name)).findFirst();
  }

  @Override
  public void close() {
    dynamoDb.close();
    sqs.close();
  }
}
