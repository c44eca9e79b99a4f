package dev.musubi.local.simulation.world;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks through everything that an object holds, however deep, for one of some values. */
final class Traces {

  private final List<Object> wanted;
  private final Deque<Object> open = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  Traces(List<Object> wanted) {
    this.wanted = wanted;
  }

  boolean in(Object root) {
    put(root);
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (wanted.contains(next)) {
        return true;
      }
      switch (next) {
        case Map<?, ?> map -> {
          map.keySet().forEach(this::put);
          map.values().forEach(this::put);
        }
        case Collection<?> collection -> collection.forEach(this::put);
        case Optional<?> optional -> optional.ifPresent(this::put);
        default -> fields(next);
      }
    }
    return false;
  }

  private void fields(Object of) {
    for (Class<?> type = of.getClass(); ours(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          try {
            put(field.get(of));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException("the field was made accessible", e);
          }
        }
      }
    }
  }

  private static boolean ours(Class<?> type) {
    return type != null && type.getName().startsWith("dev.musubi.") && !type.isEnum();
  }

  private void put(Object value) {
    if (value != null && seen.add(value)) {
      open.push(value);
    }
  }
}
