package dev.musubi.core.wording;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a message says, whatever its template: formatted values, and one set of values for each
 * repeated part.
 */
public record Content(SortedMap<String, String> values, List<SortedMap<String, String>> items) {

  public Content {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    items =
        items.stream().map(item -> Collections.unmodifiableSortedMap(new TreeMap<>(item))).toList();
  }
}
