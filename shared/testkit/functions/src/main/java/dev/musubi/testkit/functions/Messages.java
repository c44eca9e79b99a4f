package dev.musubi.testkit.functions;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Batches of queue messages as a function receives them; the first message's id is {@code 1}. */
public final class Messages {

  public static final String QUEUE = "arn:aws:sqs:ap-northeast-1:123456789012:queue";

  private Messages() {}

  public static SQSEvent of(String... bodies) {
    return received(1, List.of(bodies));
  }

  public static SQSEvent of(List<String> bodies) {
    return received(1, bodies);
  }

  /** The same for the {@code times}-th receive of each. */
  public static SQSEvent received(int times, List<String> bodies) {
    List<SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSMessage message = new SQSMessage();
      message.setMessageId(Integer.toString(messages.size() + 1));
      message.setReceiptHandle("receipt-" + (messages.size() + 1));
      message.setEventSourceArn(QUEUE);
      message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(times)));
      message.setBody(body);
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  /** The ids of the messages that come back. */
  public static List<String> failed(SQSBatchResponse answer) {
    return answer.getBatchItemFailures().stream().map(BatchItemFailure::getItemIdentifier).toList();
  }
}
