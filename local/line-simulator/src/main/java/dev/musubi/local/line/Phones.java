package dev.musubi.local.line;

import java.util.NoSuchElementException;
import java.util.Optional;

/** The phone numbers that LINE accounts are registered with, by LINE user id. */
public final class Phones {
  private final Platform platform;
  private final NotificationMail mail;

  Phones(Platform platform, NotificationMail mail) {
    this.platform = platform;
    this.mail = mail;
  }

  /**
   * Registers a number, in place of the person's former one and of whoever had it before; the
   * person agrees to notification messages. Fails for an unknown person and for what is no number.
   *
   * @param e164 {@code +} and digits, such as {@code +818000001234}
   */
  public void put(String userId, String e164) {
    synchronized (platform) {
      if (!platform.knows(userId)) {
        throw new NoSuchElementException("no person of that LINE user id");
      }
      platform.phoneBook().put(userId, e164);
    }
  }

  /** Takes the person's number away; nothing happens to who has none. */
  public void remove(String userId) {
    synchronized (platform) {
      platform.phoneBook().remove(userId);
    }
  }

  public Optional<String> number(String userId) {
    synchronized (platform) {
      return platform.phoneBook().number(userId);
    }
  }

  public Optional<Reception> reception(String userId) {
    synchronized (platform) {
      return platform.phoneBook().reception(userId);
    }
  }

  /**
   * The person decides. By agreeing, what was taken within the last 24 hours and waited for that is
   * delivered; anything else deletes it.
   */
  public Act reception(String userId, Reception next) {
    return mail.decide(userId, next);
  }
}
