package dev.musubi.local.world.parameters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One version of a parameter. */
public record Parameter(String name, Type type, String value, long version, Instant modified) {
  private static final int STANDARD_TIER_BYTES = 4096;

  /** Holds the limits of the standard tier. */
  public Parameter {
    if (!name.matches("[a-zA-Z0-9_.\\-/]{1,1011}")) {
      throw new ParameterRefused("ValidationException", "Parameter name is not valid.");
    }
    if (value.isEmpty()) {
      throw new ParameterRefused("ValidationException", "Parameter value must not be empty.");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > STANDARD_TIER_BYTES) {
      throw new ParameterRefused(
          "ValidationException",
          "Standard tier parameters support a maximum parameter value of 4096 characters.");
    }
  }

  @Override
  public String toString() {
    return "Parameter[name=" + name + ", version=" + version + "]";
  }

  /** The kinds of SSM, in its words. */
  public enum Type {
    /** Plain text. */
    STRING("String"),
    /** Text with commas between its parts. */
    STRING_LIST("StringList"),
    /** A secret, which only a call that asks for decryption gets to see. */
    SECURE_STRING("SecureString");

    private final String awsName;

    Type(String awsName) {
      this.awsName = awsName;
    }

    /** The type's name on the wire. */
    public String awsName() {
      return awsName;
    }

    /** The type of that name on the wire. */
    public static Type of(String awsName) {
      for (Type type : values()) {
        if (type.awsName.equals(awsName)) {
          return type;
        }
      }
      throw new ParameterRefused("ValidationException", "The parameter type is not supported.");
    }
  }
}
