package dev.musubi.settings;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Complaint;
import dev.musubi.core.shop.SettingsDraft;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import dev.musubi.wire.DataExportCodec;
import dev.musubi.wire.ErasureProofCodec;
import dev.musubi.wire.Json;
import dev.musubi.wire.SettingsCodec;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Translates {@code {shop, storefront?, settings?}} and answers {@code {shop, settings}} or {@code
 * {refused: [...]}}; with {@code {shop, operation: "export" | "erasures", customer?}} it answers
 * what was asked for about persons, with {@code {shop, operation: "counts", day}} what became of
 * that day's messages.
 */
final class SettingsEndpoint {

  private final Registration registration;
  private final Rights rights;
  private final Accounts accounts;
  private final SettingsCodec codec = new SettingsCodec();

  SettingsEndpoint(Registration registration, Rights rights, Accounts accounts) {
    this.registration = registration;
    this.rights = rights;
    this.accounts = accounts;
  }

  Map<String, Object> answer(Map<String, Object> request) {
    try {
      ShopId shop =
          ShopId.parse(text(request, "shop"))
              .orElseThrow(() -> new IllegalArgumentException("'shop' must be a handle"));
      if (request.containsKey("operation")) {
        return operation(shop, text(request, "operation"), request);
      }
      Optional<Storefront> storefront =
          Optional.ofNullable(request.get("storefront")).map(s -> storefront(object(s)));
      Map<String, Object> settings =
          Optional.ofNullable(request.get("settings"))
              .map(s -> object(s))
              .orElseGet(LinkedHashMap::new);
      return answer(registration.carryOut(shop, storefront, new SettingsDraft(settings)));
    } catch (IllegalArgumentException e) {
      return refused(List.of(new Complaint("", e.getMessage(), e.getMessage())));
    }
  }

  private Map<String, Object> operation(
      ShopId shop, String operation, Map<String, Object> request) {
    Optional<CustomerId> customer = customer(request);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("shop", shop.handle());
    switch (operation) {
      case "export" -> {
        if (customer.isPresent()) {
          answer.put("exports", exports(shop, customer.get()));
        } else {
          answer.put(
              "customers",
              rights.customersWithExports(shop).stream().map(CustomerId::toString).toList());
        }
      }
      case "erasures" -> answer.put("erasures", erasures(shop, customer));
      case "counts" -> answer.put("counts", accounts.counts(shop, day(request)));
      default ->
          throw new IllegalArgumentException("'operation' must be export, erasures or counts");
    }
    return answer;
  }

  private List<Map<String, Object>> exports(ShopId shop, CustomerId customer) {
    DataExportCodec documents = new DataExportCodec();
    return rights.exports(shop, customer).stream()
        .map(export -> Json.plain(documents.write(export)))
        .toList();
  }

  private List<Map<String, Object>> erasures(ShopId shop, Optional<CustomerId> customer) {
    ErasureProofCodec documents = new ErasureProofCodec();
    return rights.proofs(shop, customer).stream()
        .map(proof -> Json.plain(documents.write(proof)))
        .toList();
  }

  private static LocalDate day(Map<String, Object> request) {
    try {
      return LocalDate.parse(text(request, "day"));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'day' must be a date like 2026-03-01", e);
    }
  }

  private static Optional<CustomerId> customer(Map<String, Object> request) {
    return Optional.ofNullable(request.get("customer"))
        .map(
            given ->
                CustomerId.parse(given.toString())
                    .orElseThrow(
                        () -> new IllegalArgumentException("'customer' must be a number")));
  }

  private Map<String, Object> answer(Registration.Outcome outcome) {
    return switch (outcome) {
      case Registration.Outcome.Stands(Shop shop) -> {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("shop", shop.id().handle());
        answer.put("settings", Json.plain(codec.write(shop.settings())));
        yield answer;
      }
      case Registration.Outcome.Refused(List<Complaint> complaints) -> refused(complaints);
    };
  }

  private static Map<String, Object> refused(List<Complaint> complaints) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("refused", complaints.stream().map(SettingsEndpoint::plain).toList());
    return answer;
  }

  private static Map<String, Object> plain(Complaint complaint) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("path", complaint.path());
    plain.put("ja", complaint.japanese());
    plain.put("en", complaint.english());
    return plain;
  }

  private static Storefront storefront(Map<String, Object> fields) {
    return new Storefront(
        text(fields, "name"),
        URI.create(text(fields, "origin")),
        Optional.ofNullable(fields.get("proxyPath")).map(Object::toString).orElse("/apps/line"),
        Currency.getInstance(text(fields, "currency")),
        text(fields, "lineBasicId"));
  }

  private static String text(Map<String, Object> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' must be a text"));
  }

  private static Map<String, Object> object(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("'storefront' and 'settings' must be objects");
    }
    Map<String, Object> object = new LinkedHashMap<>();
    map.forEach((name, field) -> object.put(String.valueOf(name), field));
    return object;
  }
}
