package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** The rules of single values, with LINE's own wording for each breach. */
final class Rules {
  static final String INVALID = "invalid property";
  static final String MISSING = "must be specified";

  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?");
  private static final List<String> LINK_SCHEMES = List.of("http", "https", "line", "tel");

  private Rules() {}

  static Rule string() {
    return (value, at, out) -> require(value.isTextual(), at, out);
  }

  static Rule bool() {
    return (value, at, out) -> require(value.isBoolean(), at, out);
  }

  static Rule number() {
    return (value, at, out) -> require(value.isNumber(), at, out);
  }

  static Rule integer(long least, long most) {
    return (value, at, out) ->
        require(
            value.isIntegralNumber() && value.asLong() >= least && value.asLong() <= most, at, out);
  }

  static Rule oneOf(String... values) {
    var known = List.of(values);
    return (value, at, out) ->
        require(value.isTextual() && known.contains(value.textValue()), at, out);
  }

  static Rule matching(String regex) {
    var pattern = Pattern.compile(regex);
    return (value, at, out) ->
        require(value.isTextual() && pattern.matcher(value.textValue()).matches(), at, out);
  }

  static Rule colour() {
    return matching(COLOUR.pattern());
  }

  /** A text of at least one and at most {@code most} UTF-16 units. */
  static Rule text(int most) {
    return filled().and(atMost(most, String::length));
  }

  /** A text of at most {@code most} UTF-16 units, possibly none. */
  static Rule shortText(int most) {
    return string().and(atMost(most, String::length));
  }

  /** A text of at least one and at most {@code most} graphemes. */
  static Rule label(int most) {
    return filled().and(atMost(most, Graphemes::count));
  }

  static Rule filled() {
    return (value, at, out) -> {
      require(value.isTextual(), at, out);
      if (value.isTextual() && value.textValue().isEmpty()) {
        out.add(new Complaint(at, at.pointer() ? "must be non-empty text" : "May not be empty"));
      }
    };
  }

  /** An image's or a video's address: https, percent-encoded, at most 2,000 characters. */
  static Rule media() {
    return address(2000, List.of("https"));
  }

  /** Where a tap leads: http, https, line or tel, percent-encoded, at most 1,000 characters. */
  static Rule link() {
    return address(1000, LINK_SCHEMES);
  }

  static Rule list(Rule each, int least, int most) {
    return (value, at, out) -> {
      if (!value.isArray()) {
        out.add(new Complaint(at, INVALID));
        return;
      }
      if (value.size() < least || value.size() > most) {
        var size = at.pointer() ? "size" : "Size";
        out.add(new Complaint(at, size + " must be between " + least + " and " + most));
      }
      for (var i = 0; i < value.size(); i++) {
        each.check(value.get(i), at.item(i), out);
      }
    };
  }

  private static Rule address(int most, List<String> schemes) {
    return filled()
        .and(atMost(most, String::length))
        .and(
            (value, at, out) -> {
              if (value.isTextual() && !value.textValue().isEmpty()) {
                checkAddress(value.textValue(), schemes, at, out);
              }
            });
  }

  private static void checkAddress(
      String address, List<String> schemes, Place at, List<Complaint> out) {
    try {
      var uri = new URI(address);
      var ascii = address.chars().allMatch(c -> c < 128);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!schemes.contains(scheme)) {
        out.add(new Complaint(at, "invalid uri scheme"));
      } else if (!ascii || (scheme.startsWith("http") && uri.getHost() == null)) {
        out.add(new Complaint(at, "invalid uri"));
      }
    } catch (URISyntaxException e) {
      out.add(new Complaint(at, "invalid uri"));
    }
  }

  private static Rule atMost(int most, ToIntFunction<String> measure) {
    return (value, at, out) -> {
      if (value.isTextual() && measure.applyAsInt(value.textValue()) > most) {
        var what = at.pointer() ? "size" : "Length";
        out.add(new Complaint(at, what + " must be between 0 and " + most));
      }
    };
  }

  private static void require(boolean right, Place at, List<Complaint> out) {
    if (!right) {
      out.add(new Complaint(at, INVALID));
    }
  }

  /** The {@code type} of an object, or an empty text. */
  static String typeOf(JsonNode value) {
    return value.path("type").asText("");
  }
}
