package dev.musubi.shopify.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.Parcel.State;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the fulfilment topics say, by themselves and within an order.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/webhooks?reference=toml#list-of-topics-fulfillments/create">fulfillments/create</a>
 */
final class ParcelWebhook {

  private static final int LONGEST_TEXT = 100;

  private ParcelWebhook() {}

  static Parcel parcel(Fields fulfilment, Instant triggeredAt) {
    Instant createdAt = fulfilment.time("created_at").orElse(triggeredAt);
    return Parcel.heard(
        new FulfilmentId(fulfilment.number("id")),
        state(fulfilment),
        items(fulfilment, "quantity"),
        new Parcel.Tracking(company(fulfilment), numbers(fulfilment), link(fulfilment)),
        createdAt,
        fulfilment.time("updated_at").orElse(createdAt));
  }

  /** A carrier that has delivered is told by another field than what the merchant did. */
  private static State state(Fields fulfilment) {
    String status = fulfilment.text("status").orElse("").toLowerCase(Locale.ROOT);
    return switch (status) {
      case "cancelled" -> State.CANCELLED;
      case "success" ->
          fulfilment.text("shipment_status").filter("delivered"::equals).isPresent()
              ? State.DELIVERED
              : State.SHIPPED;
      default -> State.WAITING;
    };
  }

  /** How many things of the lines are sent, by that field; what needs no sending is left out. */
  static int items(Fields of, String quantity) {
    return of.objects("line_items").stream()
        .filter(line -> line.value("requires_shipping").map(JsonNode::asBoolean).orElse(true))
        .mapToInt(
            line ->
                line.value(quantity)
                    .or(() -> line.value("quantity"))
                    .map(JsonNode::intValue)
                    .filter(count -> count > 0)
                    .orElse(0))
        .sum();
  }

  private static Optional<String> company(Fields fulfilment) {
    return fulfilment.text("tracking_company").flatMap(ParcelWebhook::clean);
  }

  private static List<String> numbers(Fields fulfilment) {
    return Stream.concat(
            texts(fulfilment, "tracking_numbers"), fulfilment.text("tracking_number").stream())
        .flatMap(text -> clean(text).stream())
        .distinct()
        .toList();
  }

  private static Optional<URI> link(Fields fulfilment) {
    return Stream.concat(
            fulfilment.text("tracking_url").stream(), texts(fulfilment, "tracking_urls"))
        .flatMap(text -> Links.https(text).stream())
        .findFirst();
  }

  private static Stream<String> texts(Fields fulfilment, String name) {
    List<String> texts = new ArrayList<>();
    fulfilment
        .value(name)
        .filter(JsonNode::isArray)
        .ifPresent(list -> list.forEach(node -> texts.add(node.asText())));
    return texts.stream();
  }

  private static Optional<String> clean(String text) {
    String stripped = text.strip();
    return stripped.isEmpty()
        ? Optional.empty()
        : Optional.of(stripped.substring(0, Math.min(stripped.length(), LONGEST_TEXT)));
  }
}
