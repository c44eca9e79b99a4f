package dev.musubi.shopify.events;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** One JSON object of a webhook, read field by field; what can't be read is a named complaint. */
record Fields(JsonNode node) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern GID =
      Pattern.compile("gid://shopify/[A-Za-z]+/([1-9][0-9]{0,17})(?:\\?.*)?");

  static Fields of(String body) {
    try {
      JsonNode node = JSON.readTree(body);
      if (!node.isObject()) {
        throw new MalformedWebhook("the body must be a JSON object");
      }
      return new Fields(node);
    } catch (JacksonException e) {
      throw new MalformedWebhook("the body must be a JSON object");
    }
  }

  boolean has(String name) {
    return node.has(name);
  }

  Optional<JsonNode> value(String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  Optional<Fields> object(String name) {
    return value(name).filter(JsonNode::isObject).map(Fields::new);
  }

  /** The objects of a list; what is no list has none, and what is no object in it is left out. */
  List<Fields> objects(String name) {
    return value(name)
        .filter(JsonNode::isArray)
        .map(
            array ->
                StreamSupport.stream(array.spliterator(), false)
                    .filter(JsonNode::isObject)
                    .map(Fields::new)
                    .toList())
        .orElse(List.of());
  }

  long number(String name) {
    return value(name)
        .filter(value -> value.canConvertToExactIntegral() && value.canConvertToLong())
        .map(JsonNode::longValue)
        .filter(number -> number > 0)
        .orElseThrow(() -> wrong(name));
  }

  /** The number at the end of a global id. */
  long gid(String name) {
    return text(name)
        .map(GID::matcher)
        .filter(Matcher::matches)
        .map(gid -> Long.parseLong(gid.group(1)))
        .orElseThrow(() -> wrong(name));
  }

  Optional<String> text(String name) {
    return value(name).map(JsonNode::textValue);
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> wrong(name));
  }

  BigDecimal money(String name) {
    try {
      return new BigDecimal(requiredText(name));
    } catch (NumberFormatException e) {
      throw wrong(name);
    }
  }

  Optional<Instant> time(String name) {
    try {
      return text(name).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw wrong(name);
    }
  }

  static MalformedWebhook wrong(String name) {
    return new MalformedWebhook("'" + name + "' is missing or can't be read");
  }
}
