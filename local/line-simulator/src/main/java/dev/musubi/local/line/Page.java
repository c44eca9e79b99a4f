package dev.musubi.local.line;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list, as a call's {@code limit} and {@code start} ask for it.
 *
 * @param start how many come before it; the continuation tokens are this number
 */
record Page(int limit, int start) {

  /** The page that a call asks for; at most {@code most} long, {@code usual} when not said. */
  static Page of(Call call, int usual, int most) {
    var limit = number(call, "limit", usual);
    if (limit < 1 || limit > most) {
      throw invalid("limit");
    }
    return new Page(limit, number(call, "start", 0));
  }

  <T> List<T> of(List<T> all) {
    return all.stream().skip(start).limit(limit).toList();
  }

  /** The token of the following page, if there is one. */
  Optional<String> next(List<?> all) {
    return start + limit < all.size()
        ? Optional.of(Integer.toString(start + limit))
        : Optional.empty();
  }

  private static int number(Call call, String parameter, int usual) {
    var text = call.query(parameter).orElse(Integer.toString(usual));
    if (!text.matches("\\d{1,9}")) {
      throw invalid(parameter);
    }
    return Integer.parseInt(text);
  }

  private static Refused invalid(String parameter) {
    return new Refused(400, "The value for the '" + parameter + "' parameter is invalid");
  }
}
