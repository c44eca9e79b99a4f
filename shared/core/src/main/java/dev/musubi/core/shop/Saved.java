package dev.musubi.core.shop;

/** What became of a conditional write. */
public enum Saved {
  DONE,
  /** Somebody else wrote since the version that was seen: read again and decide again. */
  LOST
}
