package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.world.parameters.Parameter;
import dev.musubi.local.world.parameters.ParameterRefused;
import dev.musubi.local.world.parameters.ParameterStore;
import java.util.List;
import java.util.Optional;

/** SSM's calls for parameters by name: get one, get up to ten, put. */
final class SsmService implements AwsService {
  private static final int MOST_NAMES = 10;

  private final Physical physical;
  private final ParameterStore store;

  SsmService(Physical physical, ParameterStore store) {
    this.physical = physical;
    this.store = store;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SSM;
  }

  @Override
  public String operation(AwsCall call) {
    return call.target().orElseThrow(() -> NotSupported.operation("ssm", call.path()));
  }

  @Override
  public List<Need> needs(AwsCall call) {
    String operation = operation(call);
    return switch (operation) {
      case "GetParameter", "PutParameter", "DeleteParameter" ->
          List.of(need(operation, call.body().path("Name").asText()));
      case "GetParameters" ->
          call.body().path("Names").valueStream().map(n -> need(operation, n.asText())).toList();
      default -> throw NotSupported.operation("ssm", operation);
    };
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    try {
      JsonNode body = call.body();
      return dialect()
          .ok(
              switch (operation(call)) {
                case "GetParameter" -> one(body);
                case "GetParameters" -> many(body);
                case "DeleteParameter" -> delete(body);
                default -> put(body);
              });
    } catch (ParameterRefused e) {
      return dialect().error(400, e.code(), e.getMessage());
    }
  }

  private ObjectNode one(JsonNode body) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    Optional<Parameter> found = store.find(body.path("Name").asText(), decrypt(body));
    if (found.isEmpty()) {
      throw new ParameterRefused("ParameterNotFound", "");
    }
    write(found.get(), result.putObject("Parameter"));
    return result;
  }

  private ObjectNode delete(JsonNode body) {
    store.delete(body.path("Name").asText());
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode many(JsonNode body) {
    if (body.path("Names").size() > MOST_NAMES) {
      throw new ParameterRefused("ValidationException", "At most ten names are allowed.");
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode found = result.putArray("Parameters");
    ArrayNode invalid = result.putArray("InvalidParameters");
    for (JsonNode name : body.path("Names")) {
      store
          .find(name.asText(), decrypt(body))
          .ifPresentOrElse(p -> write(p, found.addObject()), () -> invalid.add(name.asText()));
    }
    return result;
  }

  private ObjectNode put(JsonNode body) {
    long version =
        store.put(
            body.path("Name").asText(),
            Optional.ofNullable(body.get("Type")).map(JsonNode::asText).map(Parameter.Type::of),
            body.path("Value").asText(),
            body.path("Overwrite").asBoolean(false));
    return JsonNodeFactory.instance.objectNode().put("Version", version).put("Tier", "Standard");
  }

  private void write(Parameter p, ObjectNode node) {
    node.put("Name", p.name()).put("Type", p.type().awsName()).put("Value", p.value());
    node.put("Version", p.version()).put("ARN", arn(p.name())).put("DataType", "text");
    node.put("LastModifiedDate", p.modified().toEpochMilli() / 1000.0);
  }

  private static boolean decrypt(JsonNode body) {
    return body.path("WithDecryption").asBoolean(false);
  }

  private Need need(String operation, String name) {
    return new Need("ssm:" + operation, arn(name));
  }

  private String arn(String name) {
    return physical.arn("ssm", "parameter/" + name.replaceAll("^/", ""));
  }
}
