package dev.musubi.local.world.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.world.runtime.InvocationResult;
import dev.musubi.local.world.runtime.InvocationResult.Answered;
import dev.musubi.local.world.runtime.InvocationResult.Failed;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Says which messages of a batch are done, from the function's answer, by Lambda's rules for <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial batch
 * responses</a>: an error, an answer that cannot be read and a failure that names none of the batch
 * leave the whole batch to be received again.
 */
final class BatchVerdict {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BatchVerdict() {}

  static List<Message> done(List<Message> batch, InvocationResult result, boolean reportsFailures) {
    return switch (result) {
      case Failed failed -> List.of();
      case Answered answered when !reportsFailures -> batch;
      case Answered answered -> done(batch, answered.payload());
    };
  }

  private static List<Message> done(List<Message> batch, byte[] answer) {
    try {
      return done(batch, JSON.readTree(answer));
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static List<Message> done(List<Message> batch, JsonNode answer) {
    var failures = answer.path("batchItemFailures");
    if (answer.isValueNode() && !answer.isNull() || isNoList(failures)) {
      return List.of();
    }
    var known = new HashSet<String>();
    batch.forEach(message -> known.add(message.messageId()));
    var failed = new HashSet<String>();
    for (var failure : failures) {
      var id = failure.path("itemIdentifier").asText();
      if (!known.contains(id)) {
        return List.of();
      }
      failed.add(id);
    }
    return batch.stream().filter(message -> !failed.contains(message.messageId())).toList();
  }

  private static boolean isNoList(JsonNode failures) {
    return !failures.isArray() && !failures.isNull() && !failures.isMissingNode();
  }
}
