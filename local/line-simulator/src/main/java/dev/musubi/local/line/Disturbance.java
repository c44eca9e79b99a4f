package dev.musubi.local.line;

/** How the way of a webhook can go wrong though both ends work. */
public enum Disturbance {
  /** Nothing goes wrong: for the one after which something does. */
  NONE,
  /** The same POST comes twice, the second one no redelivery. */
  DUPLICATE,
  /** The POST comes after the one that was sent next. */
  SWAP
}
