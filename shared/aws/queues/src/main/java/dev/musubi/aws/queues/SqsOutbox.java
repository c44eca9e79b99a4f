package dev.musubi.aws.queues;

import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Work on SQS queues, and on EventBridge Scheduler until it is due. */
public final class SqsOutbox implements Outbox {

  private final Sending sending;
  private final Optional<OneTimeSchedules> schedules;
  private final Queues queues;
  private final Function<Work, String> codec;

  /** {@code codec} writes the body that the receiving function reads. */
  public SqsOutbox(
      SqsClient sqs, OneTimeSchedules schedules, Queues queues, Function<Work, String> codec) {
    this(sqs, Optional.of(schedules), queues, codec);
  }

  /** For a function that schedules nothing. */
  public SqsOutbox(SqsClient sqs, Queues queues, Function<Work, String> codec) {
    this(sqs, Optional.empty(), queues, codec);
  }

  private SqsOutbox(
      SqsClient sqs,
      Optional<OneTimeSchedules> schedules,
      Queues queues,
      Function<Work, String> codec) {
    this.sending = new Sending(sqs);
    this.schedules = schedules;
    this.queues = queues;
    this.codec = codec;
  }

  @Override
  public void now(List<? extends Work> work) {
    Map<String, List<Message>> byQueue = new LinkedHashMap<>();
    for (Work one : work) {
      byQueue.computeIfAbsent(queues.of(one), url -> new ArrayList<>()).add(message(one));
    }
    byQueue.forEach(sending::send);
  }

  @Override
  public void at(Instant due, Work work) {
    schedules
        .orElseThrow(() -> new IllegalStateException("this function is not set up for schedules"))
        .create(work.name(), due, queues.of(work), message(work));
  }

  @Override
  public void park(SendIntent intent) {
    sending.send(queues.forOperators(), List.of(message(intent)));
  }

  private Message message(Work work) {
    return new Message(work.shop(), codec.apply(work));
  }
}
