package dev.musubi.testkit.memory;

/**
 * The process is gone, in the middle of whatever it did; nothing that it would have done next
 * happens.
 */
public final class Death extends Error {

  private static final long serialVersionUID = 1L;

  public Death(String where) {
    super(where);
  }
}
