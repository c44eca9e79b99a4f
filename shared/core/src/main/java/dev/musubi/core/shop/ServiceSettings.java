package dev.musubi.core.shop;

import java.util.Objects;
import java.util.Optional;

/**
 * What a shop chose for a kind of service message: on or off, whether it goes out in the quiet
 * hours too, by which template who is no friend gets it by phone number where LINE approved the
 * shop for notification messages, and whether orders of the shop's tills and test orders are told
 * as well.
 *
 * @see <a href="https://developers.line.biz/en/docs/partner-docs/line-notification-messages/">LINE
 *     notification messages</a>
 */
public record ServiceSettings(
    boolean enabled, boolean atNight, Optional<PhoneNotice> byPhone, boolean pos, boolean tests) {

  public ServiceSettings {
    Objects.requireNonNull(byPhone, "'byPhone' must not be null");
  }

  /** To friends alone. */
  public ServiceSettings(boolean enabled, boolean atNight, boolean pos, boolean tests) {
    this(enabled, atNight, Optional.empty(), pos, tests);
  }

  public static ServiceSettings defaults() {
    return new ServiceSettings(false, false, false, false);
  }
}
