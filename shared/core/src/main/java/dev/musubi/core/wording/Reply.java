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
  /**
   * What can be chosen and how it stands, an item a choice. Values: {@code shop}, {@code done} if
   * something was changed; items: {@code name}, {@code state}, {@code label}, {@code data}.
   */
  PREFERENCES,
  /**
   * Why a message came and how to stop the like of it. Values: {@code shop}, {@code sentence},
   * {@code label}, {@code data}.
   */
  WHY,
  /** Asks back before the link ends. Value: {@code shop}. */
  UNLINK_ASKED
}
