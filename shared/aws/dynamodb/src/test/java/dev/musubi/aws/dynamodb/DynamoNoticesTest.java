package dev.musubi.aws.dynamodb;

import dev.musubi.core.sending.Notices;
import dev.musubi.testkit.contracts.NoticesContract;
import java.time.InstantSource;

class DynamoNoticesTest extends NoticesContract {

  @Override
  protected Notices empty(InstantSource clock) {
    return new DynamoNotices(
        LocalDynamo.client(), LocalDynamo.indexedTable("by-day", "day", "sk"), clock);
  }
}
