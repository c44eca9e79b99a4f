package dev.musubi.core.shop;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of a draft that is about the shop's own templates: a number may stay as it is, and null
 * goes back to the ready text; a template is saved by itself, where it is checked.
 */
record TemplatesDraft(DraftFields fields) {

  SortedMap<Kind, SortedMap<Language, Integer>> over(
      SortedMap<Kind, SortedMap<Language, Integer>> current) {
    SortedMap<Kind, SortedMap<Language, Integer>> next = new TreeMap<>(current);
    for (Kind kind : Kind.values()) {
      SortedMap<Language, Integer> now = current.getOrDefault(kind, new TreeMap<>());
      if (fields.switchedOff(kind.name())) {
        next.remove(kind);
      } else {
        fields.object(kind.name()).ifPresent(of -> next.put(kind, languages(of, now)));
      }
    }
    fields.refuseOtherKinds();
    return next;
  }

  private static SortedMap<Language, Integer> languages(
      DraftFields fields, SortedMap<Language, Integer> now) {
    SortedMap<Language, Integer> next = new TreeMap<>(now);
    for (Language language : Language.values()) {
      if (fields.switchedOff(language.tag())) {
        next.remove(language);
      } else {
        fields.unchanged(language.tag(), Optional.ofNullable(now.get(language)));
      }
    }
    fields.refuseTheRest();
    return next;
  }
}
