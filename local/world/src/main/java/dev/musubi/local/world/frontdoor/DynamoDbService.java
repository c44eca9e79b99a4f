package dev.musubi.local.world.frontdoor;

import java.util.List;

/** DynamoDB, answered by DynamoDB Local. */
final class DynamoDbService implements AwsService {
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
    return engine.forward(call);
  }
}
