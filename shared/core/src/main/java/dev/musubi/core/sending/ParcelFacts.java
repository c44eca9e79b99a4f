package dev.musubi.core.sending;

import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Carrier;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.Formats;
import dev.musubi.core.wording.OrderWords;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** What is known, at the moment of sending, of a parcel that reached a status. */
public record ParcelFacts(Subject.Shipped subject, Optional<Order> order) implements SubjectFacts {

  private static final int LONGEST_COMPANY = 40;
  private static final int LONGEST_NUMBERS = 80;

  public ParcelFacts {
    Objects.requireNonNull(subject, "'subject' must not be null");
    Objects.requireNonNull(order, "'order' must not be null");
  }

  @Override
  public Optional<Reason> objection() {
    if (parcel().isEmpty()) {
      return Optional.of(new Unwanted.OrderUnknown(subject.order()));
    }
    return switch (parcel().get().state()) {
      case CANCELLED -> Optional.of(new Unwanted.ParcelCancelled(subject.fulfilment()));
      case DELIVERED ->
          subject.status() == ParcelStatus.DELIVERED
              ? OrderFacts.over(order.orElseThrow())
              : Optional.of(new Unwanted.AlreadyDelivered(subject.fulfilment()));
      case SHIPPED, WAITING -> OrderFacts.over(order.orElseThrow());
    };
  }

  @Override
  public Optional<PhoneHash> phone() {
    return order.flatMap(known -> known.origin().phone());
  }

  @Override
  public Optional<Reason> objection(Composed frozen) {
    return objection();
  }

  /**
   * Values: {@code shop}, {@code number}, {@code status}, {@code link}; where they are known {@code
   * company} and {@code tracking}.
   */
  @Override
  public Content content(Shop shop) {
    Parcel parcel = parcel().orElseThrow();
    Language language = shop.settings().language();
    SortedMap<String, String> values = OrderWords.of(shop, order.orElseThrow());
    values.put("status", status(parcel, language));
    Optional<Carrier> carrier = parcel.tracking().company().flatMap(Carrier::of);
    carrier
        .map(known -> known.name(language))
        .or(() -> parcel.tracking().company())
        .ifPresent(name -> values.put("company", Formats.cut(name, LONGEST_COMPANY)));
    String numbers = String.join(", ", parcel.tracking().numbers());
    if (!numbers.isEmpty()) {
      values.put("tracking", Formats.cut(numbers, LONGEST_NUMBERS));
    }
    follow(parcel, carrier).ifPresent(uri -> values.put("link", uri.toASCIIString()));
    return OrderWords.content(values);
  }

  private static Optional<URI> follow(Parcel parcel, Optional<Carrier> carrier) {
    return parcel
        .tracking()
        .link()
        .or(
            () ->
                carrier.flatMap(
                    known ->
                        parcel.tracking().numbers().stream().findFirst().flatMap(known::follow)));
  }

  private String status(Parcel parcel, Language language) {
    return switch (subject.status()) {
      case SHIPPED -> shipped(parcel, language);
      case DELIVERED -> language.of("お荷物をお届けしました", "Your parcel was delivered");
    };
  }

  /** Whether it is all, a part or the rest, as far as what is in the parcels is known. */
  private String shipped(Parcel parcel, Language language) {
    int all = order.orElseThrow().bill().items();
    if (parcel.items() == 0 || parcel.items() >= all) {
      return language.of("商品を発送しました", "Your order is on its way");
    }
    if (before(parcel) + parcel.items() >= all) {
      return language.of("残りの商品を発送しました", "The rest of your order is on its way");
    }
    return language.of(
        "商品の一部(" + parcel.items() + "点)を発送しました",
        "A part of your order (" + parcel.items() + ") is on its way");
  }

  private int before(Parcel parcel) {
    return order.orElseThrow().parcels().stream()
        .filter(other -> !other.cancelled() && other.id().compareTo(parcel.id()) < 0)
        .mapToInt(Parcel::items)
        .sum();
  }

  private Optional<Parcel> parcel() {
    return order.flatMap(known -> known.parcel(subject.fulfilment()));
  }
}
