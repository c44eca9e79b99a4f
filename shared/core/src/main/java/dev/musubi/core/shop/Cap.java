package dev.musubi.core.shop;

/** A frequency limit: at most so many messages in so many days, both 1 to 90. */
public record Cap(int messages, int days) {

  public static final int LONGEST_DAYS = 90;

  public Cap {
    if (messages < 1 || messages > LONGEST_DAYS) {
      throw new IllegalArgumentException("'messages' must be 1 to 90");
    }
    if (days < 1 || days > LONGEST_DAYS) {
      throw new IllegalArgumentException("'days' must be 1 to 90");
    }
  }
}
