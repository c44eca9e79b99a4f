package dev.musubi.local.line.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What LINE takes as the placeholders of a {@code textV2} message: each stands in the text and in
 * the substitution; braces of the text itself are doubled. Mentions belong into groups, to which
 * nothing here is sent.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#text-message-v2">text
 *     message (v2)</a>
 */
final class Substitutions {
  private static final int MOST = 100;
  private static final int MOST_EMOJIS = 20;
  private static final Pattern KEY = Pattern.compile("[0-9A-Za-z_]{1,20}");
  private static final Pattern PART = Pattern.compile("\\{\\{|\\}\\}|\\{([^{}]*)\\}|[{}]|[^{}]+");
  private static final Shape EMOJI =
      Shape.open().required("productId", Rules.filled()).required("emojiId", Rules.filled());

  private Substitutions() {}

  static void check(JsonNode message, Place at, List<Complaint> out) {
    var substitution = message.path("substitution");
    var placeholders = placeholders(message.path("text").asText());
    if (placeholders.isEmpty()) {
      out.add(new Complaint(at.child("text"), Rules.INVALID));
      return;
    }
    for (var name : placeholders.get()) {
      if (!substitution.has(name)) {
        out.add(new Complaint(at.child("substitution").child(name), Rules.MISSING));
      }
    }
    var emojis = substitution.valueStream().filter(one -> Rules.typeOf(one).equals("emoji"));
    if (substitution.size() > MOST || emojis.count() > MOST_EMOJIS) {
      out.add(new Complaint(at.child("substitution"), Rules.INVALID));
    }
    for (var entry : substitution.properties()) {
      entry(entry.getKey(), entry.getValue(), at.child("substitution"), out);
    }
  }

  private static void entry(String key, JsonNode value, Place at, List<Complaint> out) {
    if (!KEY.matcher(key).matches() || !Rules.typeOf(value).equals("emoji")) {
      out.add(new Complaint(at.child(key), Rules.INVALID));
      return;
    }
    EMOJI.check(value, at.child(key), out);
  }

  /** The names in braces; empty when a brace stands alone. */
  private static Optional<Set<String>> placeholders(String text) {
    var names = new HashSet<String>();
    var parts = PART.matcher(text);
    while (parts.find()) {
      if (parts.group().equals("{") || parts.group().equals("}")) {
        return Optional.empty();
      }
      Optional.ofNullable(parts.group(1)).ifPresent(names::add);
    }
    return Optional.of(names);
  }
}
