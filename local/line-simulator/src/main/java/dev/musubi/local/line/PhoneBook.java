package dev.musubi.local.line;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which phone number each LINE account is registered with; guarded by the platform's lock. */
final class PhoneBook {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** Japan, Thailand, Taiwan. */
  private static final Pattern SERVED = Pattern.compile("\\+(81|66|886).*");

  private Map<String, Entry> byUser = new LinkedHashMap<>();

  /** The number of a person, and how the person stands to notification messages. */
  record Entry(String number, String hash, Reception reception) {}

  void put(String userId, String number) {
    if (!E164.matcher(number).matches()) {
      throw new IllegalArgumentException("'e164' must be + and 7 to 15 digits, as +818000001234");
    }
    var hash = Digests.hex(number);
    byUser.values().removeIf(other -> other.hash.equals(hash));
    byUser.put(userId, new Entry(number, hash, Reception.AGREED));
  }

  void remove(String userId) {
    byUser.remove(userId);
  }

  Optional<String> number(String userId) {
    return Optional.ofNullable(byUser.get(userId)).map(Entry::number);
  }

  Optional<Reception> reception(String userId) {
    return Optional.ofNullable(byUser.get(userId)).map(Entry::reception);
  }

  void reception(String userId, Reception next) {
    byUser.computeIfPresent(userId, (same, entry) -> new Entry(entry.number, entry.hash, next));
  }

  /** Who can be sent to by the number's hash; empty where LINE answers 422. */
  Optional<String> reachable(String hash) {
    return byUser.entrySet().stream()
        .filter(one -> one.getValue().hash.equals(hash))
        .filter(one -> SERVED.matcher(one.getValue().number).matches())
        .filter(one -> !one.getValue().reception.refuses())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
