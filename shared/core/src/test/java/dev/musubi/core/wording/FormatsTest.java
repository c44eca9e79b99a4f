package dev.musubi.core.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void money_reads_as_in_the_shop() {
    assertThat(Formats.money(new BigDecimal("1234.00"), Currency.getInstance("JPY"), Language.JA))
        .isEqualTo("¥1,234");
    assertThat(Formats.money(new BigDecimal("1234.5"), Currency.getInstance("EUR"), Language.EN))
        .isEqualTo("€1,234.50");
    assertThat(Formats.money(new BigDecimal("9"), Currency.getInstance("CHF"), Language.EN))
        .isEqualTo("CHF 9.00");
  }

  @Test
  void dates_carry_their_weekday() {
    assertThat(Formats.date(LocalDate.of(2027, 3, 1), Language.JA)).isEqualTo("3月1日(月)");
    assertThat(Formats.date(LocalDate.of(2027, 3, 1), Language.EN)).isEqualTo("Mon, Mar 1");
  }

  @Test
  void long_names_are_cut_at_whole_characters() {
    assertThat(Formats.cut("煎茶", 2)).isEqualTo("煎茶");
    assertThat(Formats.cut("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2)).isEqualTo("👨‍👩‍👧‍👦…");
    assertThat(Formats.cut("abcdef", 4)).isEqualTo("abc…");
  }
}
