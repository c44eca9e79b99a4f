package dev.musubi.core.sending;

import dev.musubi.core.shop.Shop;
import java.time.Instant;
import java.util.Optional;

/** What a kind has to do once one of its intents is done with for good, whatever became of it. */
@FunctionalInterface
public interface FollowUp {

  /**
   * Comes at least once, possibly again much later; {@code result} is absent where it was recorded
   * before. If it throws, it comes again.
   */
  void after(Shop shop, SendIntent intent, Optional<Result> result, Instant now);
}
