package dev.musubi.core.shop;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a shop speaks: its language, whether lock screens show nothing of what a message is about,
 * and for which kinds and languages it uses a template of its own, by number.
 */
public record WordingSettings(
    Language language, boolean discreet, SortedMap<Kind, SortedMap<Language, Integer>> own) {

  public WordingSettings {
    Objects.requireNonNull(language, "'language' must not be null");
    SortedMap<Kind, SortedMap<Language, Integer>> copy = new TreeMap<>();
    own.forEach(
        (kind, numbers) -> {
          if (!numbers.isEmpty()) {
            copy.put(kind, Collections.unmodifiableSortedMap(new TreeMap<>(numbers)));
          }
        });
    own = Collections.unmodifiableSortedMap(copy);
  }

  /** The ready texts in that language. */
  public static WordingSettings in(Language language) {
    return new WordingSettings(language, false, new TreeMap<>());
  }

  /** The number of the shop's own template of that kind in its language, if it uses one. */
  public Optional<Integer> own(Kind kind) {
    return Optional.ofNullable(own.get(kind)).map(numbers -> numbers.get(language));
  }

  /** The same wording with that template of the shop's own. */
  public WordingSettings using(Kind kind, Language of, int number) {
    SortedMap<Kind, SortedMap<Language, Integer>> next = new TreeMap<>(own);
    SortedMap<Language, Integer> numbers = new TreeMap<>(next.getOrDefault(kind, new TreeMap<>()));
    numbers.put(of, number);
    next.put(kind, numbers);
    return new WordingSettings(language, discreet, next);
  }
}
