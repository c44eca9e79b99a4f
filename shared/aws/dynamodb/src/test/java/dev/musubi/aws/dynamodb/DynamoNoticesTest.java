package dev.musubi.aws.dynamodb;

import dev.musubi.core.sending.Notices;
import dev.musubi.testkit.contracts.NoticesContract;
import dev.musubi.testkit.memory.SettableClock;

class DynamoNoticesTest extends NoticesContract {

  @Override
  protected Notices empty(SettableClock clock) {
    return new DynamoNotices(LocalDynamo.client(), LocalDynamo.indexedTable("by-day", "day", "sk"), clock);
  }
}
