package dev.musubi.core.shop;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The fields of one object of a draft: each is taken once and falls back to what holds now; what is
 * wrong is complained about and falls back too, so that one answer names every fault.
 */
final class DraftFields {

  private static final int LONGEST_TEXT = 300;
  private static final double MOST_MONEY = 1_000_000_000;
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private final Map<?, ?> fields;
  private final Map<String, Object> rest = new TreeMap<>();
  private final String path;
  private final List<Complaint> complaints;

  DraftFields(Map<?, ?> fields, String path, List<Complaint> complaints) {
    this.fields = fields;
    this.path = path;
    this.complaints = complaints;
    fields.keySet().forEach(name -> rest.put(String.valueOf(name), name));
  }

  /** Whether the field is there and null. */
  boolean switchedOff(String name) {
    boolean off = fields.containsKey(name) && fields.get(name) == null;
    if (off) {
      rest.remove(name);
    }
    return off;
  }

  Optional<DraftFields> object(String name) {
    return taken(name)
        .flatMap(
            value -> {
              if (value instanceof Map<?, ?> map) {
                return Optional.of(new DraftFields(map, path + name + ".", complaints));
              }
              complain(name, "項目の集まりにしてください", "must be an object");
              return Optional.empty();
            });
  }

  boolean flag(String name, boolean current) {
    return taken(name)
        .map(
            value -> {
              if (value instanceof Boolean flag) {
                return flag;
              }
              complain(name, "true か false にしてください", "must be true or false");
              return current;
            })
        .orElse(current);
  }

  /** A whole number from {@code least} to {@code most}; without one of now it has to be given. */
  int whole(String name, Optional<Integer> current, int least, int most) {
    Optional<Object> value = taken(name);
    if (value.isEmpty() && !fields.containsKey(name) && current.isPresent()) {
      return current.get();
    }
    if (value.isPresent() && value.get() instanceof Integer given) {
      if (given >= least && given <= most) {
        return given;
      }
    }
    if (value.isPresent() || !fields.containsKey(name)) {
      complain(
          name,
          least + " から " + most + " までの整数にしてください",
          "must be a whole number from " + least + " to " + most);
    }
    return current.orElse(least);
  }

  /** A frequency limit; what it leaves out is as it is now. */
  Optional<Cap> cap(String name, Optional<Cap> current) {
    return object(name).map(fields -> fields.cap(current)).or(() -> current);
  }

  private Cap cap(Optional<Cap> current) {
    int messages = whole("messages", current.map(Cap::messages), 1, Cap.LONGEST_DAYS);
    int days = whole("days", current.map(Cap::days), 1, Cap.LONGEST_DAYS);
    refuseTheRest();
    return new Cap(messages, days);
  }

  /** What is named by one of {@code words}. */
  <T> T one(String name, T current, SortedMap<String, T> words) {
    return text(name)
        .map(
            text -> {
              if (words.containsKey(text)) {
                return words.get(text);
              }
              String all = String.join(", ", words.keySet());
              complain(name, all + " のどれかにしてください", "must be one of " + all);
              return current;
            })
        .orElse(current);
  }

  /** An amount of money, 0 to a thousand million; null switches it off. */
  Optional<BigDecimal> amount(String name, Optional<BigDecimal> current) {
    if (switchedOff(name)) {
      return Optional.empty();
    }
    return taken(name)
        .map(
            value -> {
              if (value instanceof Number number
                  && number.doubleValue() >= 0
                  && number.doubleValue() <= MOST_MONEY) {
                return Optional.of(new BigDecimal(value.toString()));
              }
              complain(name, "0以上10億以下の金額にしてください", "must be an amount from 0 to 1,000,000,000");
              return current;
            })
        .orElse(current);
  }

  /** Delays as ISO 8601 writes them, such as PT1H or P1D. */
  List<Duration> durations(String name, List<Duration> current, Predicate<List<Duration>> good) {
    return taken(name)
        .map(
            value -> {
              Optional<List<Duration>> given = durations(value).filter(good);
              if (given.isEmpty()) {
                complain(
                    name,
                    "15分から7日までの間隔を、短い順に1つか2つ書いてください(例: PT1H、PT24H)",
                    "must be one delay or two, the shorter first, each from 15 minutes to 7 days,"
                        + " such as PT1H and PT24H");
              }
              return given.orElse(current);
            })
        .orElse(current);
  }

  private static Optional<List<Duration>> durations(Object value) {
    if (!(value instanceof List<?> texts)) {
      return Optional.empty();
    }
    try {
      return Optional.of(texts.stream().map(text -> Duration.parse(String.valueOf(text))).toList());
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  LocalTime time(String name, LocalTime current) {
    return text(name)
        .map(
            text -> {
              if (TIME.matcher(text).matches()) {
                return LocalTime.parse(text);
              }
              complain(name, "18:00 のような時刻にしてください", "must be a time of day such as 18:00");
              return current;
            })
        .orElse(current);
  }

  LocalTime quarterHour(String name, LocalTime current) {
    LocalTime time = time(name, current);
    if (time.getMinute() % 15 != 0) {
      complain(
          name,
          "15分単位の時刻(18:00、18:15 など)にしてください",
          "must be a quarter hour, such as 18:00 or 18:15");
      return current;
    }
    return time;
  }

  ZoneId zone(String name, ZoneId current) {
    return text(name)
        .map(
            text -> {
              if (ZoneId.getAvailableZoneIds().contains(text)) {
                return ZoneId.of(text);
              }
              complain(
                  name,
                  "タイムゾーンが見つかりません(例: Asia/Tokyo)",
                  "is not a time zone; one is Asia/Tokyo, for example");
              return current;
            })
        .orElse(current);
  }

  Language language(String name, Language current) {
    return text(name)
        .map(
            text -> {
              for (Language language : Language.values()) {
                if (language.tag().equals(text)) {
                  return language;
                }
              }
              complain(name, "言語は ja か en にしてください", "must be ja or en");
              return current;
            })
        .orElse(current);
  }

  /** A number that a draft may repeat and not change. */
  void unchanged(String name, Optional<Integer> current) {
    Optional<Object> given = taken(name);
    if (given.isPresent() && !given.equals(current.<Object>map(number -> number))) {
      complain(
          name,
          "テンプレートは保存すると使われます。null にすると標準の文面に戻ります",
          "is set by saving a template; null goes back to the ready text");
    }
  }

  /** One of LINE's keys, which has to be given. */
  Optional<String> key(String name) {
    Optional<String> key = text(name).filter(PhoneNotice::isKey);
    if (key.isEmpty()) {
      complain(
          name,
          "LINEのキー(shipment_completed_ja など)を書いてください",
          "must be one of LINE's keys, such as shipment_completed_ja");
    }
    return key;
  }

  /** Texts by LINE's keys, at most {@code most}; none if the field is missing. */
  Optional<SortedMap<String, String>> keyed(String name, int most) {
    SortedMap<String, String> texts = new TreeMap<>();
    Object given = taken(name).orElse(texts);
    boolean good =
        given instanceof Map<?, ?> map
            && map.size() <= most
            && map.entrySet().stream()
                .allMatch(
                    entry ->
                        entry.getKey() instanceof String key
                            && PhoneNotice.isKey(key)
                            && entry.getValue() instanceof String text
                            && text.length() <= LONGEST_TEXT
                            && texts.put(key, text) == null);
    if (!good) {
      complain(
          name,
          "LINEのキーと文の組を" + most + "個までにしてください",
          "must be at most " + most + " texts by LINE's keys");
      return Optional.empty();
    }
    return Optional.of(texts);
  }

  void refuseTheRest() {
    rest.keySet().forEach(name -> complain(name, "この項目はありません", "is not a setting that there is"));
  }

  void refuseOtherKinds() {
    rest.keySet()
        .forEach(name -> complain(name, "この配信の種類はありません", "is not a kind of message that there is"));
  }

  private Optional<String> text(String name) {
    return taken(name)
        .flatMap(
            value -> {
              if (value instanceof String text) {
                return Optional.of(text);
              }
              complain(name, "文字列にしてください", "must be text");
              return Optional.empty();
            });
  }

  private Optional<Object> taken(String name) {
    rest.remove(name);
    if (fields.containsKey(name) && fields.get(name) == null) {
      complain(name, "空にはできません", "must not be null");
    }
    return Optional.ofNullable(fields.get(name));
  }

  /** What is named comes from a stranger: it is quoted shortened. */
  private void complain(String name, String japanese, String english) {
    String at = path + (name.length() > 40 ? name.substring(0, 40) + "…" : name);
    complaints.add(new Complaint(at, at + ": " + japanese, at + " " + english));
  }
}
