package dev.musubi.core.shop;

/** What sort of message; the order is the one in which messages due together go out. */
public enum Kind {
  /** The cart that was left behind, some time after its last use. */
  CART(MessageClass.PROMOTIONAL),
  /** What the customer looked at yesterday, once a day at the shop's hour. */
  BROWSE(MessageClass.PROMOTIONAL),
  /** A variant that the customer asked to be told about is in stock again. */
  RESTOCK(MessageClass.REQUESTED),
  /** What became of an order: placed, paid, cancelled. */
  ORDER(MessageClass.SERVICE),
  /** A parcel is on its way. */
  SHIPPING(MessageClass.SERVICE);

  private final MessageClass messageClass;

  Kind(MessageClass messageClass) {
    this.messageClass = messageClass;
  }

  public MessageClass messageClass() {
    return messageClass;
  }

  public boolean isPromotional() {
    return messageClass == MessageClass.PROMOTIONAL;
  }
}
