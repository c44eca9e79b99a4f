package dev.musubi.core.sending;

import dev.musubi.core.shop.Shop;
import java.util.List;
import java.util.Map;

/** Reads the facts of one kind's subjects, many with a handful of calls. */
@FunctionalInterface
public interface FactsReader {

  /** At most 100 intents of one shop and kind; the answer has facts for each of them. */
  Map<SendIntent, ? extends SubjectFacts> of(Shop shop, List<SendIntent> intents);
}
