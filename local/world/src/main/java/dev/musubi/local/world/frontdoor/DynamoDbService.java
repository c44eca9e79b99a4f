package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** DynamoDB, answered by DynamoDB Local, which is asked what each call took. */
final class DynamoDbService implements AwsService {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METERED =
      Set.of(
          "BatchGetItem",
          "BatchWriteItem",
          "DeleteItem",
          "GetItem",
          "PutItem",
          "Query",
          "Scan",
          "TransactWriteItems",
          "UpdateItem");
  private static final byte[] ASKED =
      "{\"ReturnConsumedCapacity\":\"TOTAL\",".getBytes(StandardCharsets.US_ASCII);

  private final DynamoDbNeeds needs;
  private final Forwarder engine;

  DynamoDbService(DynamoDbNeeds needs, Forwarder engine) {
    this.needs = needs;
    this.engine = engine;
  }

  @Override
  public Dialect dialect() {
    return Dialect.DYNAMODB;
  }

  @Override
  public String operation(AwsCall call) {
    return call.target().orElseThrow(() -> NotSupported.operation("dynamodb", call.path()));
  }

  @Override
  public List<Need> needs(AwsCall call) {
    return needs.of(operation(call), call.body());
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    return engine.forward(METERED.contains(operation(call)) ? metered(call) : call);
  }

  /** Each of these calls names a table, so there is a field to put this one before. */
  private static AwsCall metered(AwsCall call) {
    byte[] raw = call.raw();
    ByteBuffer body = ByteBuffer.allocate(ASKED.length + raw.length - 1);
    body.put(ASKED).put(raw, 1, raw.length - 1);
    return new AwsCall(
        call.credential(), call.method(), call.path(), call.query(), call.headers(), body.array());
  }

  @Override
  public double units(AwsAnswer answer) {
    if (!answer.successful()) {
      return 0;
    }
    try {
      JsonNode took = JSON.readTree(answer.body()).path("ConsumedCapacity");
      double batch = took.valueStream().mapToDouble(t -> t.path("CapacityUnits").asDouble()).sum();
      return took.isArray() ? batch : took.path("CapacityUnits").asDouble();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
