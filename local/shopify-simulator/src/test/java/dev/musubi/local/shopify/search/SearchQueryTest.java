package dev.musubi.local.shopify.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
  private static final Map<String, List<String>> ORDER =
      Map.of(
          "status", List.of("Open"),
          "updated_at", List.of("2026-03-01T10:00:00Z"),
          "variants.price", List.of("9.50", "12.00"),
          "title", List.of("green hoodie"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status:open",
        "status:*",
        "status:op*",
        "updated_at:>=2026-03-01",
        "updated_at:>='2026-03-01T19:00:00+09:00'",
        "updated_at:<2026-03-02 status:open",
        "variants.price:>=10.00",
        "variants.price:9.5",
        "title:\"Green Hoodie\"",
        "-status:closed AND NOT title:red",
        "status:closed OR status:open",
        "(status:closed OR status:open) AND title:green*"
      })
  void a_question_that_holds(String query) {
    assertThat(holds(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status:closed",
        "customer.id:*",
        "updated_at:>2026-03-01T10:00:00Z",
        "variants.price:>12",
        "status:open AND title:red",
        "status:closed OR status:open AND title:red",
        "-(status:open)"
      })
  void a_question_that_does_not_hold(String query) {
    assertThat(holds(query)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hoodie", "(status:open", "status:open AND", "status:open )"})
  void a_text_that_is_no_question_is_refused(String query) {
    assertThatThrownBy(() -> SearchQuery.parse(query)).isInstanceOf(MalformedQuery.class);
  }

  @Test
  void a_question_names_its_fields() {
    assertThat(SearchQuery.parse("-a:1 AND (b:2 OR c.d:>3)").fields())
        .containsExactly("a", "b", "c.d");
  }

  private static boolean holds(String query) {
    return SearchQuery.parse(query).matches(field -> ORDER.getOrDefault(field, List.of()));
  }
}
