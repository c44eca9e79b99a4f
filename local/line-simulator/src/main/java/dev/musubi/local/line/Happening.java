package dev.musubi.local.line;

/**
 * Something that LINE can tell an account beside what people do in {@link Person}.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects">
 *     webhook event objects</a>
 */
public enum Happening {
  LOCATION,
  STICKER,
  /** The person takes back a message; what it carried is gone. */
  UNSEND,
  /** A message in a group. */
  GROUP_MESSAGE,
  /** A message of a group was changed. */
  MESSAGE_EDITED,
  /** A date was picked. */
  DATE_PICKED,
  /** The account came into a group. */
  JOIN,
  LEAVE,
  MEMBER_JOINED,
  MEMBER_LEFT,
  VIDEO_PLAYED,
  BEACON,
  MEMBERSHIP_JOINED,
  MEMBERSHIP_RENEWED,
  MEMBERSHIP_LEFT,
  MODULE_ATTACHED,
  MODULE_DETACHED,
  ACTIVATED,
  DEACTIVATED,
  BOT_SUSPENDED,
  BOT_RESUMED,
  /** A type that LINE may add without notice. */
  UNKNOWN
}
