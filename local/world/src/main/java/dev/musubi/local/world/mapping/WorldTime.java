package dev.musubi.local.world.mapping;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.elasticmq.util.NowProvider;

/** Gives ElasticMQ the world's time. */
final class WorldTime extends NowProvider {
  private final InstantSource clock;

  WorldTime(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public long nowMillis() {
    return clock.millis();
  }

  @Override
  public OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
