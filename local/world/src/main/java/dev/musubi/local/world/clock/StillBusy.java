package dev.musubi.local.world.clock;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The world did not become idle in time; the message names what is busy, for a 408. */
public final class StillBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StillBusy(Duration limit, List<String> underWay) {
    super(
        "not idle after %d s, busy with: %s"
            .formatted(
                limit.toSeconds(), underWay.stream().distinct().collect(Collectors.joining(", "))));
  }
}
