package dev.musubi.aws.dynamodb;

import dev.musubi.core.sending.Recipients;
import dev.musubi.testkit.contracts.RecipientsContract;
import java.time.InstantSource;

class DynamoRecipientsTest extends RecipientsContract {

  @Override
  protected Recipients empty(InstantSource clock) {
    return new DynamoRecipients(LocalDynamo.client(), LocalDynamo.table());
  }
}
