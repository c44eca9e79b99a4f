package dev.musubi.wire;

/** A text that is not the JSON it should be; the message says where and never quotes the value. */
public final class MalformedJson extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  MalformedJson(String message) {
    super(message);
  }

  MalformedJson(String message, RuntimeException cause) {
    super(message, cause);
  }
}
