package dev.musubi.core.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsDraftTest {

  private static final Settings NOW = Settings.defaults();

  @Test
  void an_empty_draft_changes_nothing() {
    assertThat(accepted(object())).isEqualTo(NOW);
  }

  @Test
  void a_partial_draft_is_laid_over_the_settings_of_now() {
    Settings next =
        accepted(
            object(
                "language",
                "en",
                "kinds",
                object("BROWSE", object("enabled", true, "cap", object("days", 14)))));

    assertThat(next.language()).isEqualTo(Language.EN);
    assertThat(next.kinds().browse())
        .isEqualTo(new BrowseSettings(true, LocalTime.of(18, 0), 5, new Cap(1, 14)));
    assertThat(next.quietHours()).isEqualTo(NOW.quietHours());
    assertThat(next.contactBudget()).isEqualTo(NOW.contactBudget());
  }

  @Test
  void the_contact_budget_is_switched_off_by_null_and_on_again_by_both_its_figures() {
    Settings without = accepted(object("contactBudget", null));
    assertThat(without.contactBudget()).isEmpty();

    Object both = object("messages", 5, "days", 30);
    assertThat(over(without, object("contactBudget", both)))
        .isInstanceOfSatisfying(
            SettingsDraft.Outcome.Accepted.class,
            ok -> assertThat(ok.settings().contactBudget()).isEqualTo(Optional.of(new Cap(5, 30))));
    assertThat(paths(over(without, object("contactBudget", object("messages", 5)))))
        .containsExactly("contactBudget.days");
  }

  @Test
  void an_hour_inside_the_quiet_hours_is_refused_with_the_window() {
    List<Complaint> complaints = refused(browse("at", "23:00"));

    assertThat(complaints)
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.path()).isEqualTo("kinds.BROWSE.at");
              assertThat(complaint.english()).contains("23:00", "22:00", "07:00", "quiet hours");
              assertThat(complaint.japanese()).contains("23:00", "配信しない時間帯");
            });
  }

  @Test
  void quiet_hours_may_not_be_moved_over_the_hour() {
    Object quiet = object("from", "17:30");
    assertThat(paths(over(NOW, object("quietHours", quiet)))).containsExactly("kinds.BROWSE.at");
  }

  @Test
  void hour_and_quiet_hours_can_be_moved_together() {
    Settings next =
        accepted(
            object(
                "quietHours", object("from", "00:00", "to", "06:00"),
                "kinds", object("BROWSE", object("at", "23:00"))));
    assertThat(next.kinds().browse().at()).isEqualTo(LocalTime.of(23, 0));
  }

  @Test
  void an_hour_is_a_quarter_hour() {
    assertThat(refused(browse("at", "18:05")))
        .extracting(Complaint::english)
        .singleElement()
        .asString()
        .contains("quarter hour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6pm", "24:00", "18:00:00", "１８:００", "", "-1:00"})
  void a_time_has_the_form_of_one(String time) {
    assertThat(paths(over(NOW, browse("at", time)))).containsExactly("kinds.BROWSE.at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Edo", "+09:00", "asia/tokyo", ""})
  void a_time_zone_is_one_that_there_is(String zone) {
    assertThat(paths(over(NOW, object("timeZone", zone)))).containsExactly("timeZone");
  }

  @Test
  void figures_out_of_range_are_refused_with_the_range() {
    assertThat(refused(browse("maxProducts", 11)).getFirst().english()).contains("1 to 10");
    assertThat(refused(browse("maxProducts", 0)).getFirst().japanese()).contains("1 から 10");
    assertThat(paths(over(NOW, object("quotaReserve", -1)))).containsExactly("quotaReserve");
    assertThat(paths(over(NOW, browse("cap", object("messages", 91, "days", 0)))))
        .containsExactly("kinds.BROWSE.cap.messages", "kinds.BROWSE.cap.days");
  }

  @Test
  void what_is_of_another_type_is_refused_and_every_fault_is_named_at_once() {
    Map<String, Object> draft =
        object(
            "timeZone",
            9,
            "language",
            "fr",
            "quietHours",
            "22:00",
            "quotaReserve",
            1.5,
            "contactBudget",
            List.of(3, 7),
            "kinds",
            object("BROWSE", object("enabled", "yes", "at", null)));

    assertThat(paths(over(NOW, draft)))
        .containsExactly(
            "timeZone",
            "language",
            "quietHours",
            "quotaReserve",
            "contactBudget",
            "kinds.BROWSE.enabled",
            "kinds.BROWSE.at");
  }

  @Test
  void unknown_fields_and_kinds_are_refused_by_name() {
    Map<String, Object> draft =
        object(
            "timezone", "Asia/Tokyo", "kinds", object("TELEX", object(), "BROWSE", object("x", 1)));

    assertThat(paths(over(NOW, draft)))
        .containsExactly("kinds.BROWSE.x", "kinds.TELEX", "timezone");
    assertThat(refused(draft)).anySatisfy(c -> assertThat(c.english()).contains("kind of message"));
  }

  @Test
  void a_complaint_never_quotes_a_long_name_in_full() {
    assertThat(refused(object("x".repeat(5_000), 1)).getFirst().japanese()).hasSizeLessThan(100);
  }

  private static Map<String, Object> browse(String field, Object value) {
    return object("kinds", object("BROWSE", object(field, value)));
  }

  private static Settings accepted(Map<String, Object> draft) {
    return ((SettingsDraft.Outcome.Accepted) over(NOW, draft)).settings();
  }

  private static List<Complaint> refused(Map<String, Object> draft) {
    return ((SettingsDraft.Outcome.Refused) over(NOW, draft)).complaints();
  }

  private static List<String> paths(SettingsDraft.Outcome outcome) {
    return ((SettingsDraft.Outcome.Refused) outcome)
        .complaints().stream().map(Complaint::path).toList();
  }

  private static SettingsDraft.Outcome over(Settings current, Map<String, Object> draft) {
    return new SettingsDraft(draft).over(current);
  }

  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    List<Object> all = Arrays.asList(namesAndValues);
    for (int i = 0; i < all.size(); i += 2) {
      object.put((String) all.get(i), all.get(i + 1));
    }
    return object;
  }

  @Test
  void a_cart_reminder_has_one_delay_or_two_rising_ones() {
    assertThat(accepted(cart("after", List.of("PT15M", "P7D"))).kinds().cart().after())
        .containsExactly(Duration.ofMinutes(15), Duration.ofDays(7));
    for (Object after :
        List.of(
            List.of(),
            List.of("PT14M"),
            List.of("P8D"),
            List.of("PT10H", "PT1H"),
            List.of("PT1H", "PT1H"),
            List.of("PT1H", "PT2H", "PT3H"),
            List.of("an hour"),
            "PT1H")) {
      assertThat(paths(over(NOW, cart("after", after)))).containsExactly("kinds.CART.after");
    }
  }

  @Test
  void the_least_value_of_a_cart_is_an_amount_and_null_switches_it_off() {
    Settings least = accepted(cart("minimum", 3000));
    assertThat(least.kinds().cart().minimum()).contains(new BigDecimal("3000"));
    assertThat(over(least, cart("minimum", null)))
        .isInstanceOfSatisfying(
            SettingsDraft.Outcome.Accepted.class,
            ok -> assertThat(ok.settings().kinds().cart().minimum()).isEmpty());
    for (Object wrong : List.of(-1, "3000", 1e300, Double.POSITIVE_INFINITY, Double.NaN)) {
      assertThat(paths(over(NOW, cart("minimum", wrong)))).containsExactly("kinds.CART.minimum");
    }
  }

  @Test
  void a_restock_notice_comes_once_or_until_bought() {
    Map<String, Object> often =
        object("kinds", object("RESTOCK", object("repeat", "until-bought")));
    assertThat(accepted(often).kinds().restock().repeat())
        .isEqualTo(RestockSettings.Repeat.UNTIL_BOUGHT);
    Map<String, Object> daily = object("kinds", object("RESTOCK", object("repeat", "daily")));
    assertThat(refused(daily))
        .singleElement()
        .satisfies(c -> assertThat(c.english()).contains("once, until-bought"));
  }

  @Test
  void service_messages_are_kept_from_the_night_unless_the_shop_says_otherwise() {
    Map<String, Object> night =
        object("kinds", object("SHIPPING", object("enabled", true, "atNight", true)));
    KindSettings kinds = accepted(night).kinds();
    assertThat(kinds.keepsQuiet(Kind.SHIPPING)).isFalse();
    assertThat(kinds.keepsQuiet(Kind.ORDER)).isTrue();
  }

  private static Map<String, Object> cart(String name, Object value) {
    return object("kinds", object("CART", object(name, value)));
  }
}
