package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** The JSON object that a call carries; what is missing or of another kind is a 400. */
public record Body(ObjectNode fields) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads it; no body is an empty object. */
  public static Body read(byte[] bytes) {
    if (bytes.length == 0) {
      return new Body(JSON.createObjectNode());
    }
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        return new Body(object);
      }
    } catch (IOException e) {
      // told below
    }
    throw Problem.bad("The body must be a JSON object.");
  }

  public boolean has(String name) {
    return fields.hasNonNull(name);
  }

  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name, "a text"));
  }

  /** Absent and null are the same; a number is taken as its digits. */
  public Optional<String> optionalText(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode value = fields.get(name);
    if (!value.isTextual() && !value.isNumber()) {
      throw missing(name, "a text");
    }
    return Optional.of(value.asText());
  }

  /** A whole number within the bounds. */
  public int number(String name, int least, int most) {
    JsonNode value = fields.path(name);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw missing(name, "a whole number from " + least + " to " + most);
    }
    return value.intValue();
  }

  public int number(String name, int least, int most, int byDefault) {
    return has(name) ? number(name, least, most) : byDefault;
  }

  public boolean flag(String name) {
    if (!fields.path(name).isBoolean()) {
      throw missing(name, "true or false");
    }
    return fields.path(name).booleanValue();
  }

  public boolean flag(String name, boolean byDefault) {
    return has(name) ? flag(name) : byDefault;
  }

  public double share(String name) {
    JsonNode value = fields.path(name);
    if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 1) {
      throw missing(name, "a number from 0 to 1");
    }
    return value.doubleValue();
  }

  /** An amount of money, as a number or as its digits. */
  public BigDecimal amount(String name) {
    try {
      return new BigDecimal(text(name));
    } catch (NumberFormatException e) {
      throw missing(name, "an amount");
    }
  }

  private static Problem missing(String name, String what) {
    return Problem.bad("'%s' must be %s.".formatted(name, what));
  }
}
