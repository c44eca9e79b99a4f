package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;

/**
 * Writes a type of core as JSON and reads it back, former forms too; fields that are not known are
 * ignored.
 */
public interface Codec<T> {

  /** The value as a tree, its fields always in the same order. */
  ObjectNode tree(T value);

  /** Reads the fields of a value; throws {@link MalformedJson} or another illegal argument. */
  T value(Fields fields);

  /** The value as compact JSON; the same value always gives the same characters. */
  default String write(T value) {
    return tree(value).toString();
  }

  /** Throws {@link MalformedJson} for any text that is not the JSON of such a value. */
  default T read(String json) {
    try {
      return value(new Fields(Json.object(json), ""));
    } catch (MalformedJson e) {
      throw e;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedJson("the JSON holds a value that cannot be", e);
    }
  }
}
