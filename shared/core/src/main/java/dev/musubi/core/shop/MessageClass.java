package dev.musubi.core.shop;

/** How polite a kind of message must be: what it must respect before it may be sent. */
public enum MessageClass {
  /** Quiet hours, caps, contact budget and opt-out. */
  PROMOTIONAL,
  /** Asked for by the shopper: quiet hours, caps and opt-out, outside the contact budget. */
  REQUESTED,
  /** About an order: eligibility alone. */
  SERVICE
}
