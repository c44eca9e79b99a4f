package dev.musubi.line.events;

/** An event that LINE cannot have meant like this; its message names the field, never its value. */
public final class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableEventException(String message) {
    super(message);
  }
}
