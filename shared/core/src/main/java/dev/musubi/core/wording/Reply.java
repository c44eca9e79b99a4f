package dev.musubi.core.wording;

/** What Musubi answers in the chat, free of charge and at most once. */
public enum Reply {
  /** To a new friend; offers the link. Value: {@code shop}. */
  GREETING,
  /** The way to the shop's login. Values: {@code shop}, {@code url}. */
  LINK_OFFER,
  /**
   * Who asks to link and is linked: offers to link anew or to unlink. Values: {@code shop}, {@code
   * url}.
   */
  ALREADY_LINKED,
  /** The link stands; says how to undo it. Value: {@code shop}. */
  THANKS,
  /**
   * The confirmation came with a nonce that is no longer good: start again. Value: {@code shop}.
   */
  LINK_EXPIRED,
  UNLINKED,
  NOT_LINKED,
  /** A kind of message is off now. */
  STOPPED,
  /** A kind of message is on again. */
  RESUMED
}
