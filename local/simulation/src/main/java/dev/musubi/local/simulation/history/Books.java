package dev.musubi.local.simulation.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the product has recorded, and what the platforms show, once everything is at rest. */
public interface Books {

  /**
   * What became of one intent, in the product's words; {@code name} tells it from others of the
   * same occasion.
   */
  record Row(
      int shop,
      int customer,
      String kind,
      String occasion,
      String name,
      String result,
      Optional<String> why) {}

  List<Row> rows();

  /** The account that the customer is linked to. */
  OptionalInt linked(int shop, int customer);

  /** Whether the customer carries the tag at Shopify. */
  boolean tagged(int shop, int customer);

  /** Whether the account sees the menu of who is linked. */
  boolean linkedMenu(int shop, int account);

  /** Where the customer's number, or the account's, is still held. */
  List<String> traces(OptionalInt customer, OptionalInt account);

  /** What was written down for a customer who asked for it. */
  record Export(String request, String text) {}

  /** The exports of the customer; none where nobody asks. */
  default List<Export> exports(int shop, int customer) {
    return List.of();
  }

  /** The counters beside the outcomes that they count, whenever they were looked at. */
  default List<Audit> audits() {
    return List.of();
  }

  /** Whether no queue, no dead-letter queue and no schedule holds anything. */
  boolean atRest();
}
