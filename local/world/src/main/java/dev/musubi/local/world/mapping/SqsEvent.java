package dev.musubi.local.world.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Writes the <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">event</a> that a
 * function gets for a batch of messages.
 */
final class SqsEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SENT = "SentTimestamp";

  private final SourceMapping mapping;
  private final UnaryOperator<Instant> worldTime;

  /** The queue stamps messages with the system's time; {@code worldTime} makes it the world's. */
  SqsEvent(SourceMapping mapping, UnaryOperator<Instant> worldTime) {
    this.mapping = mapping;
    this.worldTime = worldTime;
  }

  byte[] of(List<Message> messages) {
    var event = JSON.createObjectNode();
    var records = event.putArray("Records");
    messages.forEach(message -> record(records.addObject(), message));
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void record(ObjectNode record, Message message) {
    record.put("messageId", message.messageId());
    record.put("receiptHandle", message.receiptHandle());
    record.put("body", message.body());
    var system = record.putObject("attributes");
    message.attributesAsStrings().forEach(system::put);
    if (system.has(SENT)) {
      var sent = worldTime.apply(Instant.ofEpochMilli(system.get(SENT).asLong()));
      system.put(SENT, Long.toString(sent.toEpochMilli()));
    }
    var own = record.putObject("messageAttributes");
    message.messageAttributes().forEach((name, value) -> attribute(own.putObject(name), value));
    record.put("md5OfBody", message.md5OfBody());
    if (message.md5OfMessageAttributes() != null) {
      record.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
    }
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", mapping.queueArn());
    record.put("awsRegion", mapping.region());
  }

  private static void attribute(ObjectNode attribute, MessageAttributeValue value) {
    if (value.stringValue() != null) {
      attribute.put("stringValue", value.stringValue());
    }
    if (value.binaryValue() != null) {
      attribute.put(
          "binaryValue", Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
    }
    strings(attribute.putArray("stringListValues"), value.stringListValues());
    attribute.putArray("binaryListValues");
    attribute.put("dataType", value.dataType());
  }

  private static void strings(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
