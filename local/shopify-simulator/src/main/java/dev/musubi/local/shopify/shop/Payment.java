package dev.musubi.local.shopify.shop;

import java.util.Arrays;

/** How an order is paid; what is not paid by card is pending until the money comes. */
public enum Payment {
  CARD("card", "カード", "Card"),
  BANK_TRANSFER("bank-transfer", "銀行振込", "Bank Deposit"),
  CONVENIENCE_STORE("convenience-store", "コンビニ決済", "Convenience store");

  private final String label;
  private final String japanese;
  private final String english;

  Payment(String label, String japanese, String english) {
    this.label = label;
    this.japanese = japanese;
    this.english = english;
  }

  public String label() {
    return label;
  }

  public boolean atOnce() {
    return this == CARD;
  }

  /** As the merchant named it, which is how {@code payment_gateway_names} has it. */
  public String gateway(Market market) {
    return market.japanese() ? japanese : english;
  }

  public static Payment named(String label) {
    return Arrays.stream(values())
        .filter(payment -> payment.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownName(
                    "payment", label, Arrays.stream(values()).map(Payment::label).toList()));
  }
}
