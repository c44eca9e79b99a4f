package dev.musubi.core.wording;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of one message, frozen when it is reserved: a template's version, values that are
 * already formatted, and one set of values for each repeated part.
 */
public record Composed(
    TemplateVersion template,
    SortedMap<String, String> values,
    List<SortedMap<String, String>> items) {

  /** The value that keeps what the message is about off the lock screen. */
  public static final String DISCREET = "discreet";

  public Composed {
    Objects.requireNonNull(template, "'template' must not be null");
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    items =
        items.stream().map(item -> Collections.unmodifiableSortedMap(new TreeMap<>(item))).toList();
  }
}
