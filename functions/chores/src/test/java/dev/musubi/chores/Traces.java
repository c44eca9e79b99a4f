package dev.musubi.chores;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks everything that an object of this project holds, however deep, and looks for texts. */
final class Traces {

  private final List<String> wanted;
  private final Deque<Object> open = new ArrayDeque<>();
  private final Map<Object, Boolean> seen = new IdentityHashMap<>();
  private final List<String> found = new ArrayList<>();

  private Traces(List<String> wanted) {
    this.wanted = wanted;
  }

  /** Where one of the texts, or a number that reads like it, was found. */
  static List<String> of(Object root, String... texts) throws ReflectiveOperationException {
    Traces traces = new Traces(List.of(texts));
    traces.open.push(root);
    while (!traces.open.isEmpty()) {
      traces.look(traces.open.pop());
    }
    return traces.found;
  }

  private void look(Object object) throws ReflectiveOperationException {
    if (object instanceof CharSequence || object instanceof Number) {
      wanted.stream().filter(object.toString()::contains).forEach(found::add);
    } else if (seen.put(object, true) == null) {
      inside(object);
    }
  }

  private void inside(Object object) throws ReflectiveOperationException {
    switch (object) {
      case Map<?, ?> map -> {
        map.keySet().forEach(this::later);
        map.values().forEach(this::later);
      }
      case Collection<?> all -> all.forEach(this::later);
      case Optional<?> optional -> optional.ifPresent(this::later);
      default -> fields(object);
    }
  }

  private void fields(Object object) throws ReflectiveOperationException {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().startsWith("dev.musubi.")) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            later(field.get(object));
          }
        }
      }
    }
  }

  private void later(Object object) {
    if (object != null) {
      open.push(object);
    }
  }
}
