package dev.musubi.local.shopify.shop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a parcel has come; {@code SHIPPED} is one of which the carrier has told nothing yet. */
public enum ParcelState {
  SHIPPED,
  CONFIRMED,
  IN_TRANSIT,
  OUT_FOR_DELIVERY,
  ATTEMPTED_DELIVERY,
  DELIVERED,
  FAILURE,
  CANCELLED;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code shipment_status}: what the carrier says. */
  public Optional<String> shipmentStatus() {
    return Optional.of(name().toLowerCase(Locale.ROOT))
        .filter(carrier -> this != SHIPPED && this != CANCELLED);
  }

  /** {@code FulfillmentDisplayStatus} of the Admin API. */
  public String displayStatus() {
    return switch (this) {
      case SHIPPED -> "FULFILLED";
      case CANCELLED -> "CANCELED";
      case CONFIRMED, IN_TRANSIT, OUT_FOR_DELIVERY, ATTEMPTED_DELIVERY, DELIVERED, FAILURE ->
          name();
    };
  }

  public static ParcelState named(String label) {
    return Arrays.stream(values())
        .filter(state -> state.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownName(
                    "status", label, Arrays.stream(values()).map(ParcelState::label).toList()));
  }
}
