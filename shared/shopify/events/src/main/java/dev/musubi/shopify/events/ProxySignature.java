package dev.musubi.shopify.events;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import dev.musubi.shopify.events.ProxyRequest.Genuine;
import dev.musubi.shopify.events.ProxyRequest.Refused;
import dev.musubi.shopify.events.ProxyRequest.Why;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Judges the raw query of an app-proxy request. Shopify signs the decoded parameters sorted and
 * joined with nothing in between, so a visitor's own parameter could pose as one of Shopify's:
 * whatever holds a trust parameter twice, in whatever shape, is refused.
 */
public final class ProxySignature {

  private static final Duration DRIFT = Duration.ofSeconds(90);
  private static final int LONGEST = 8_192;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final String SIGNATURE = "signature";
  private static final String SHOP = "shop";
  private static final String CUSTOMER = "logged_in_customer_id";
  private static final String PREFIX = "path_prefix";
  private static final String TIMESTAMP = "timestamp";
  private static final List<String> TRUSTED = List.of(SIGNATURE, SHOP, CUSTOMER, PREFIX, TIMESTAMP);
  private static final List<String> SPLICED = List.of(CUSTOMER, PREFIX, TIMESTAMP);

  private ProxySignature() {}

  static Optional<ShopId> claimedShop(String rawQuery) {
    return parsed(rawQuery).flatMap(query -> single(query, SHOP)).flatMap(ShopId::ofDomain);
  }

  public static ProxyRequest judge(String rawQuery, List<Secret> secrets, Instant now) {
    Optional<SortedMap<String, List<String>>> parsed = parsed(rawQuery);
    if (parsed.isEmpty()) {
      return new Refused(Why.MALFORMED);
    }
    SortedMap<String, List<String>> query = parsed.get();
    if (TRUSTED.stream().anyMatch(name -> query.getOrDefault(name, List.of()).size() > 1)) {
      return new Refused(Why.DOUBLED);
    }
    Optional<String> signature = single(query, SIGNATURE).filter(s -> SHA_256.matcher(s).matches());
    Optional<ShopId> shop = single(query, SHOP).flatMap(ShopId::ofDomain);
    Optional<Instant> signedAt = single(query, TIMESTAMP).flatMap(ProxySignature::seconds);
    if (signature.isEmpty() || shop.isEmpty() || signedAt.isEmpty()) {
      return new Refused(Why.MALFORMED);
    }
    String message = message(query);
    byte[] signed = message.getBytes(StandardCharsets.UTF_8);
    if (!Hmac.madeByOneOf(
        secrets,
        secret -> HexFormat.of().formatHex(Hmac.of(secret.bytes(), signed)),
        signature.get())) {
      return new Refused(Why.FORGED);
    }
    if (SPLICED.stream().anyMatch(name -> hidden(name, query, message))) {
      return new Refused(Why.DOUBLED);
    }
    return Duration.between(signedAt.get(), now).abs().compareTo(DRIFT) <= 0
        ? genuine(query, shop.get())
        : new Refused(Why.STALE);
  }

  private static ProxyRequest genuine(SortedMap<String, List<String>> query, ShopId shop) {
    Optional<String> claimed = single(query, CUSTOMER).filter(id -> !id.isEmpty());
    Optional<CustomerId> customer = claimed.flatMap(CustomerId::parse);
    if (claimed.isPresent() && customer.isEmpty()) {
      return new Refused(Why.MALFORMED);
    }
    SortedMap<String, List<String>> others = new TreeMap<>(query);
    TRUSTED.forEach(others::remove);
    return new Genuine(shop, customer, single(query, PREFIX), others);
  }

  private static Optional<SortedMap<String, List<String>>> parsed(String rawQuery) {
    if (rawQuery == null || rawQuery.length() > LONGEST) {
      return Optional.empty();
    }
    SortedMap<String, List<String>> query = new TreeMap<>();
    try {
      for (String pair : rawQuery.split("&")) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        query.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(query);
  }

  private static String message(SortedMap<String, List<String>> query) {
    StringBuilder message = new StringBuilder();
    query.entrySet().stream()
        .filter(parameter -> !parameter.getKey().equals(SIGNATURE))
        .map(parameter -> parameter.getKey() + "=" + String.join(",", parameter.getValue()))
        .sorted()
        .forEach(message::append);
    return message.toString();
  }

  /** Whether the signed text holds the name elsewhere than as the parameter that it is. */
  private static boolean hidden(
      String name, SortedMap<String, List<String>> query, String message) {
    int first = message.indexOf(name + "=");
    return first >= 0 && !query.containsKey(name) || first != message.lastIndexOf(name + "=");
  }

  private static Optional<String> single(SortedMap<String, List<String>> query, String name) {
    return Optional.ofNullable(query.get(name))
        .filter(values -> values.size() == 1)
        .map(List::getFirst);
  }

  private static Optional<Instant> seconds(String text) {
    return SECONDS.matcher(text).matches()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
        : Optional.empty();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
