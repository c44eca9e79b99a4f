package dev.musubi.core.people;

/** Where a link came from. */
public enum EntryRoute {
  GREETING,
  RICH_MENU,
  CHAT
}
