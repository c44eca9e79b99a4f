package dev.musubi.core.sending;

/** Which push queue carries an intent: the express lane is never behind a campaign. */
public enum Lane {
  EXPRESS,
  BULK
}
