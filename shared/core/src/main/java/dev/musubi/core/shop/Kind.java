package dev.musubi.core.shop;

/** What sort of message; the order is the one in which messages due together go out. */
public enum Kind {
  /** What the customer looked at yesterday, once a day at the shop's hour. */
  BROWSE(MessageClass.PROMOTIONAL);

  private final MessageClass messageClass;

  Kind(MessageClass messageClass) {
    this.messageClass = messageClass;
  }

  public MessageClass messageClass() {
    return messageClass;
  }
}
