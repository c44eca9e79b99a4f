package dev.musubi.testkit.memory;

import dev.musubi.core.reminding.Run;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Runs} in memory. */
public final class MemoryRuns implements Runs {

  private final InstantSource clock;
  private final Map<RunId, Opened> runs = new HashMap<>();
  private final Map<RunShard, Progress> shards = new HashMap<>();

  public MemoryRuns(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Opened open(Run run) {
    return opened(run.id())
        .orElseGet(
            () -> {
              runs.put(run.id(), new Opened(run, false));
              return runs.get(run.id());
            });
  }

  @Override
  public synchronized void started(RunId run) {
    runs.computeIfPresent(run, (id, opened) -> new Opened(opened.run(), true));
  }

  @Override
  public synchronized Optional<Run> find(RunId run) {
    return opened(run).map(Opened::run);
  }

  @Override
  public synchronized Progress progress(RunShard shard) {
    return shards.getOrDefault(shard, Progress.NONE);
  }

  @Override
  public synchronized void checkpoint(RunShard shard, Progress progress) {
    if (!progress(shard).done()) {
      shards.put(shard, progress);
    }
  }

  private Optional<Opened> opened(RunId run) {
    return Optional.ofNullable(runs.get(run))
        .filter(opened -> opened.run().due().plus(KEPT).isAfter(clock.instant()));
  }
}
