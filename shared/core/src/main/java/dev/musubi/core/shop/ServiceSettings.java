package dev.musubi.core.shop;

/**
 * What a shop chose for a kind of service message: on or off, whether it goes out in the quiet
 * hours too, whether LINE approved the shop for notification messages, so that who is no friend
 * gets it by phone number, and whether orders of the shop's tills and test orders are told as well.
 *
 * @see <a href="https://developers.line.biz/en/docs/partner-docs/line-notification-messages/">LINE
 *     notification messages</a>
 */
public record ServiceSettings(
    boolean enabled, boolean atNight, boolean byPhone, boolean pos, boolean tests) {

  public static ServiceSettings defaults() {
    return new ServiceSettings(false, false, false, false, false);
  }
}
