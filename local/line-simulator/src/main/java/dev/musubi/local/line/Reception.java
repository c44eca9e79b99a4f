package dev.musubi.local.line;

/**
 * How a phone stands to LINE notification messages.
 *
 * @see <a
 *     href="https://developers.line.biz/en/docs/partner-docs/line-notification-messages/technical-specs/#how-to-consent-for-line-notification-messages">consent
 *     to LINE notification messages</a>
 */
public enum Reception {
  /** The person gets them. */
  AGREED,
  /** The person refused them: 422. */
  REFUSED,
  /** Never asked: the person has 24 hours to agree after the request was taken. */
  NOT_SET,
  /** The number must be confirmed by SMS again: 24 hours for that, too. */
  UNCONFIRMED,
  /** The person never agreed to LINE's privacy policy of March 2022: 422. */
  NO_PRIVACY_CONSENT;

  /** Whether LINE takes the request and waits for the person. */
  boolean waits() {
    return this == NOT_SET || this == UNCONFIRMED;
  }

  /** Whether LINE answers 422. */
  boolean refuses() {
    return this == REFUSED || this == NO_PRIVACY_CONSENT;
  }
}
