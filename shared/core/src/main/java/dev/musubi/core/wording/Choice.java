package dev.musubi.core.wording;

import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.Wish;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.MessageClass;
import dev.musubi.core.shop.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that a LINE user can choose: what it is about, how it stands, and what one tap on
 * {@code label} changes.
 */
public record Choice(String name, String state, String label, Wish wish) {

  public Choice {
    Objects.requireNonNull(name, "'name' must not be null");
    Objects.requireNonNull(state, "'state' must not be null");
    Objects.requireNonNull(label, "'label' must not be null");
    Objects.requireNonNull(wish, "'wish' must not be null");
  }

  /**
   * What there is to choose from the kinds that the shop has switched on: each kind, everything
   * promotional together, and a pause of all but what concerns an order.
   */
  public static List<Choice> of(Shop shop, Wishes wishes, Instant now) {
    List<Kind> kinds =
        Arrays.stream(Kind.values()).filter(shop.settings().kinds()::enabled).toList();
    Language language = shop.settings().language();
    List<Choice> choices = new ArrayList<>();
    kinds.forEach(kind -> choices.add(ofKind(kind, language, wishes.wanted(kind))));
    List<Kind> promotional = kinds.stream().filter(Kind::isPromotional).toList();
    if (!promotional.isEmpty()) {
      boolean any = promotional.stream().anyMatch(wishes::wanted);
      choices.add(
          toggled(
              language.of("おすすめの配信すべて", "Everything promotional"),
              language,
              any,
              new ChatCommand.PreferPromotional(!any)));
    }
    if (kinds.stream().anyMatch(kind -> kind.messageClass() != MessageClass.SERVICE)) {
      choices.add(pause(shop, wishes.pausedUntil(now)));
    }
    return List.copyOf(choices);
  }

  /** The choice of one kind alone. */
  public static Choice ofKind(Kind kind, Language language, boolean wanted) {
    return toggled(
        KindWords.name(kind, language), language, wanted, new ChatCommand.Prefer(kind, !wanted));
  }

  private static Choice toggled(String name, Language language, boolean on, Wish wish) {
    return new Choice(
        name,
        on ? language.of("受け取る", "On") : language.of("停止中", "Off"),
        on ? language.of("止める", "Turn off") : language.of("再開", "Turn on"),
        wish);
  }

  private static Choice pause(Shop shop, Optional<Instant> until) {
    Language language = shop.settings().language();
    return new Choice(
        language.of("1か月お休み", "Pause for a month"),
        until
            .map(end -> Formats.moment(end, language, shop.zone()))
            .map(end -> language.of(end + "までお休み中", "Paused until " + end))
            .orElseGet(() -> language.of("お休みしていません", "Not paused")),
        until.isPresent() ? language.of("再開", "Resume") : language.of("休む", "Pause"),
        new ChatCommand.Pause(until.isEmpty()));
  }

  /** What was done, for a wish that counts now. */
  public static String done(Shop shop, Wish wish, Wishes wishes, Instant now) {
    Language language = shop.settings().language();
    return switch (wish) {
      case ChatCommand.Prefer(Kind kind, boolean on) ->
          on
              ? language.of(
                  "「" + KindWords.name(kind, language) + "」のお知らせを再開しました。",
                  "“" + KindWords.name(kind, language) + "” is on.")
              : language.of(
                  "「" + KindWords.name(kind, language) + "」のお知らせを止めました。",
                  "“" + KindWords.name(kind, language) + "” is off.");
      case ChatCommand.PreferPromotional(boolean on) ->
          on
              ? language.of("おすすめの配信をすべて再開しました。", "Everything promotional is on.")
              : language.of("おすすめの配信をすべて止めました。", "Everything promotional is off.");
      case ChatCommand.Pause(boolean on) ->
          wishes
              .pausedUntil(now)
              .map(end -> Formats.moment(end, language, shop.zone()))
              .map(
                  end ->
                      language.of(
                          end + "まで配信をお休みします。ご注文と発送のお知らせは届きます。",
                          "Paused until " + end + ". News of your orders still comes."))
              .orElseGet(() -> language.of("配信を再開しました。", "Messages are on again."));
    };
  }

  /** The values of one item of {@link Reply#PREFERENCES}. */
  public SortedMap<String, String> values() {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("name", name);
    values.put("state", state);
    values.put("label", label);
    values.put("data", wish.data());
    return values;
  }
}
