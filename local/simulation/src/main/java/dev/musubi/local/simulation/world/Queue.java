package dev.musubi.local.simulation.world;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.plan.Peril;
import dev.musubi.local.simulation.plan.Storm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A queue and the function behind it, as SQS promises and no better: at least once, in no order, a
 * message comes back when its visibility lapses, and after ten receives it waits for the operators.
 */
final class Queue {

  private static final int MOST_RECEIVES = 10;
  private static final Duration LONGEST_VISIBILITY = Duration.ofHours(11);

  private static final Duration WINDOW = Duration.ofMillis(400);

  private final Ground ground;
  private final Traits traits;
  private final Map<String, Parcel> waiting = new LinkedHashMap<>();
  private final Map<String, Parcel> byReceipt = new HashMap<>();
  private final Map<String, Parcel> deadLetters = new LinkedHashMap<>();
  private final Map<String, Integer> sent = new HashMap<>();
  private Supplier<Function<SQSEvent, SQSBatchResponse>> start;
  private Function<SQSEvent, SQSBatchResponse> function;

  /** The queue's numbers as the template has them. */
  record Traits(String function, Duration visibility, Duration timeout, int batch) {}

  Queue(Ground ground, Traits traits) {
    this.ground = ground;
    this.traits = traits;
  }

  /** Who dies is started anew, and has forgotten what it did not store. */
  void read(Supplier<Function<SQSEvent, SQSBatchResponse>> by) {
    start = by;
    function = by.get();
  }

  String arn() {
    return "arn:aws:sqs:local:000000000000:" + traits.function();
  }

  /** Everything that is on its way or waits for the operators, for whoever looks for traces. */
  List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    waiting.values().forEach(parcel -> bodies.add(parcel.body));
    deadLetters.values().forEach(parcel -> bodies.add(parcel.body));
    return bodies;
  }

  void send(String body, String label, List<Cause> causes) {
    int copy = sent.merge(label, 1, Integer::sum);
    Parcel parcel = new Parcel(label + "/" + copy, body, causes, ground.agenda().now());
    causes.forEach(Cause::queued);
    waiting.put(parcel.id, parcel);
    Fate fate = ground.fate();
    boolean late = fate.strikes(Storm.Target.QUEUES, Peril.MESSAGE_LATE, parcel.id, 0.4);
    Duration most = late ? Duration.ofMinutes(20) : Duration.ofMillis(900);
    Duration delay = fate.between("queue " + parcel.id, Duration.ofMillis(20), most);
    ground.agenda().after(delay, () -> arrived(parcel));
  }

  /** Who asks the queue waits a moment, so that what comes together is received together. */
  private void arrived(Parcel parcel) {
    parcel.arrived = true;
    ground.agenda().after(traits.batch() > 1 ? WINDOW : Duration.ZERO, () -> wake(parcel));
  }

  private void wake(Parcel first) {
    Instant now = ground.agenda().now();
    if (waiting.containsKey(first.id) && !first.visibleAt.isAfter(now)) {
      receive(batch(first, now));
    }
  }

  private List<Parcel> batch(Parcel first, Instant now) {
    List<Parcel> batch = new ArrayList<>(List.of(first));
    if (traits.batch() > 1) {
      for (Parcel other : waiting.values()) {
        boolean ready = other.arrived && !other.visibleAt.isAfter(now) && other != first;
        if (ready && batch.size() < traits.batch()) {
          batch.add(other);
        }
      }
    }
    return batch;
  }

  private void receive(List<Parcel> batch) {
    List<Parcel> received = new ArrayList<>();
    for (Parcel parcel : batch) {
      if (++parcel.receives > MOST_RECEIVES) {
        waiting.remove(parcel.id);
        deadLetters.put(parcel.id, parcel);
        ground.history().noted(() -> parcel.id + " goes to the dead letters");
      } else {
        hide(parcel, traits.visibility());
        byReceipt.put(parcel.receipt(), parcel);
        received.add(parcel);
        again(parcel);
      }
    }
    if (!received.isEmpty()) {
      work(received);
    }
  }

  private void hide(Parcel parcel, Duration time) {
    parcel.visibleAt = ground.agenda().now().plus(time);
    ground.agenda().at(parcel.visibleAt, () -> wake(parcel));
  }

  /** Its visibility lapses while the first receiver still works on it. */
  private void again(Parcel parcel) {
    if (ground.fate().strikes(Storm.Target.QUEUES, Peril.MESSAGE_TWICE, parcel.receipt(), 0.4)) {
      Chance chance = ground.fate().amount("twice " + parcel.receipt());
      Duration most = chance.happens(0.5) ? Duration.ofSeconds(3) : Duration.ofSeconds(25);
      Duration soon = chance.between(Duration.ZERO, most);
      ground
          .agenda()
          .after(
              soon,
              () -> {
                if (waiting.containsKey(parcel.id)) {
                  receive(List.of(parcel));
                }
              });
    }
  }

  private void work(List<Parcel> batch) {
    String name = traits.function() + " with " + batch.getFirst().receipt();
    List<String> receipts = batch.stream().map(Parcel::receipt).toList();
    List<Cause> causes = batch.stream().flatMap(parcel -> parcel.causes.stream()).toList();
    causes.forEach(Cause::begin);
    Optional<SQSBatchResponse> answer =
        ground
            .perils()
            .run(
                traits.function(),
                name,
                traits.timeout(),
                causes,
                () -> function.apply(event(batch)));
    if (answer.isEmpty()) {
      function = start.get();
    } else {
      List<String> failed =
          answer.get().getBatchItemFailures().stream()
              .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
              .toList();
      for (int i = 0; i < batch.size(); i++) {
        if (!failed.contains(receipts.get(i))) {
          delete(batch.get(i));
        }
      }
    }
    causes.forEach(Cause::end);
  }

  private void delete(Parcel parcel) {
    Fate fate = ground.fate();
    if (!fate.strikes(Storm.Target.QUEUES, Peril.MESSAGE_AGAIN, parcel.receipt(), 0.3)
        && waiting.remove(parcel.id) != null) {
      parcel.causes.forEach(Cause::end);
    }
  }

  private SQSEvent event(List<Parcel> batch) {
    List<SQSEvent.SQSMessage> messages = new ArrayList<>();
    for (Parcel parcel : batch) {
      SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
      message.setMessageId(parcel.receipt());
      message.setReceiptHandle(parcel.receipt());
      message.setEventSourceArn(arn());
      Map<String, String> attributes = new TreeMap<>();
      attributes.put("ApproximateReceiveCount", Integer.toString(parcel.receives));
      attributes.put("SentTimestamp", Long.toString(parcel.sentAt.toEpochMilli()));
      message.setAttributes(attributes);
      message.setBody(parcel.body);
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  /** As ChangeMessageVisibilityBatch: throws if it fails, and then nothing has changed. */
  void giveBack(Map<String, Duration> delays) {
    for (Map.Entry<String, Duration> delay : delays.entrySet()) {
      if (ground
          .fate()
          .strikes(Storm.Target.QUEUES, Peril.VISIBILITY_NOT_SET, delay.getKey(), 0.3)) {
        throw new Unreachable("the visibility of " + delay.getKey());
      }
      ground.landmarks().givenBack(delay.getValue());
      Parcel parcel = byReceipt.get(delay.getKey());
      Duration time = delay.getValue();
      hide(parcel, time.compareTo(LONGEST_VISIBILITY) < 0 ? time : LONGEST_VISIBILITY);
    }
  }

  /** The operators move the dead letters back. */
  void redrive() {
    List<Parcel> back = List.copyOf(deadLetters.values());
    deadLetters.clear();
    for (Parcel parcel : back) {
      parcel.receives = 0;
      waiting.put(parcel.id, parcel);
      Chance chance = ground.fate().amount("redrive " + parcel.id);
      hide(parcel, chance.between(Duration.ofSeconds(1), Duration.ofSeconds(9)));
    }
  }

  boolean empty() {
    return waiting.isEmpty() && deadLetters.isEmpty();
  }

  /** One message in the queue. */
  private static final class Parcel {
    final String id;
    final String body;
    final List<Cause> causes;
    final Instant sentAt;
    int receives;
    boolean arrived;
    Instant visibleAt;

    Parcel(String id, String body, List<Cause> causes, Instant sentAt) {
      this.id = id;
      this.body = body;
      this.causes = List.copyOf(causes);
      this.sentAt = sentAt;
      this.visibleAt = sentAt;
    }

    String receipt() {
      return id + ", receive " + receives;
    }
  }
}
