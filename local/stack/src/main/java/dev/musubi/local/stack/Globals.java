package dev.musubi.local.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SAM's {@code Globals}: what functions and the API share. See <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">how
 * they are merged</a>.
 */
final class Globals {
  private final Map<?, ?> sections;

  Globals(Map<?, ?> sections) {
    this.sections = sections;
    sections.keySet().stream()
        .filter(key -> !List.of("Function", "HttpApi").contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw TemplateException.at("Globals", "the section " + key + " is not understood");
            });
  }

  /** The properties of a resource over what its kind shares. */
  Map<?, ?> under(Kind kind, Map<?, ?> own) {
    Object shared =
        switch (kind) {
          case FUNCTION -> sections.get("Function");
          case API -> sections.get("HttpApi");
          case QUEUE,
              QUEUE_POLICY,
              TABLE,
              SCHEDULE_GROUP,
              ROLE,
              LOG_GROUP,
              ALARM,
              TOPIC,
              TOPIC_POLICY ->
              null;
        };
    return shared instanceof Map<?, ?> map ? merged(map, own) : own;
  }

  private static Map<Object, Object> merged(Map<?, ?> shared, Map<?, ?> own) {
    Map<Object, Object> result = new LinkedHashMap<>(shared);
    own.forEach((key, value) -> result.merge(key, value, Globals::over));
    return result;
  }

  private static Object over(Object shared, Object own) {
    if (shared instanceof Map<?, ?> s
        && own instanceof Map<?, ?> o
        && !intrinsic(s)
        && !intrinsic(o)) {
      return merged(s, o);
    }
    if (shared instanceof List<?> s && own instanceof List<?> o) {
      List<Object> all = new ArrayList<>(s);
      all.addAll(o);
      return all;
    }
    return own;
  }

  private static boolean intrinsic(Map<?, ?> map) {
    return map.containsKey("Ref") || map.keySet().toString().contains("Fn::");
  }
}
