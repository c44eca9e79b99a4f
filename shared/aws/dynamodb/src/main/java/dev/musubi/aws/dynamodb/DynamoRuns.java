package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.reminding.Run;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link Runs}: one item for the run and one for each shard beside it. */
public final class DynamoRuns implements Runs {

  private static final String DUE = "due";
  private static final String NOT_AFTER = "notAfter";
  private static final String STARTED = "started";
  private static final String AFTER = "after";
  private static final String INTENTS = "intents";
  private static final String DONE = "done";

  private final Table table;
  private final InstantSource clock;

  public DynamoRuns(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  @Override
  public Opened open(Run run) {
    Item item =
        key(run.id())
            .with(DUE, run.due().toString())
            .with(NOT_AFTER, run.notAfter().toString())
            .expiring(run.due().plus(KEPT));
    Condition none =
        Condition.of("attribute_not_exists(pk) OR expiresAt <= :now")
            .with(":now", Item.number(clock.instant().getEpochSecond()));
    return switch (table.put(item, none)) {
      case Written.Done() -> new Opened(run, false);
      case Written.Lost(Optional<Item> standing) -> opened(run.id(), standing.orElseThrow());
    };
  }

  @Override
  public void started(RunId run) {
    table.update(
        Update.of(key(run), "SET #started = :true", "attribute_exists(pk)")
            .name("#started", STARTED)
            .value(":true", AttributeValue.fromBool(true)));
  }

  @Override
  public Optional<Run> find(RunId run) {
    return table
        .find(key(run))
        .filter(item -> item.live(clock.instant()))
        .map(item -> opened(run, item).run());
  }

  @Override
  public Progress progress(RunShard shard) {
    return table
        .find(key(shard))
        .filter(item -> item.live(clock.instant()))
        .map(item -> new Progress(item.customer(AFTER), (int) item.count(INTENTS), item.flag(DONE)))
        .orElse(Progress.NONE);
  }

  @Override
  public void checkpoint(RunShard shard, Progress progress) {
    Instant expires = shard.run().date().atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT);
    Item item =
        key(shard)
            .with(INTENTS, progress.intents())
            .with(DONE, AttributeValue.fromBool(progress.done()))
            .expiring(expires.plusSeconds(86_400));
    Optional<CustomerId> after = progress.after();
    table.put(
        after.isPresent() ? item.with(AFTER, after.get().number()) : item,
        Condition.of("attribute_not_exists(done) OR done = :false")
            .with(":false", AttributeValue.fromBool(false)));
  }

  private static Opened opened(RunId id, Item item) {
    Run run = new Run(id, Instant.parse(item.get(DUE)), Instant.parse(item.get(NOT_AFTER)));
    return new Opened(run, item.flag(STARTED));
  }

  private static Item key(RunId run) {
    return Item.key(run.toString(), "run");
  }

  private static Item key(RunShard shard) {
    return Item.key(shard.run().toString(), String.format("shard#%03d", shard.shard()));
  }
}
