package dev.musubi.shopify.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final CustomerId HANA = new CustomerId(6_700_000_000_001L);
  private static final Secret NOW_SECRET = new Secret("hush");
  private static final Secret FORMER = new Secret("former");
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final String VISIT = VisitorToken.issue(SHOP, HANA, NOW_SECRET, NOW);
  private static final String FORM = FormToken.issue(SHOP, HANA, "unlink", NOW_SECRET, NOW);

  @Test
  void a_visitor_token_tells_the_customer_for_a_day() {
    assertThat(visitor(VISIT, NOW.plus(VisitorToken.GOOD_FOR).minusSeconds(1))).contains(HANA);
    assertThat(visitor(VISIT, NOW.plus(VisitorToken.GOOD_FOR))).isEmpty();
    assertThat(VisitorToken.claimedShop(VISIT)).contains(SHOP);
  }

  @Test
  void a_token_outlives_one_rotation_of_the_secret() {
    String former = VisitorToken.issue(SHOP, HANA, FORMER, NOW);
    assertThat(VisitorToken.verify(former, SHOP, List.of(NOW_SECRET, FORMER), NOW)).contains(HANA);
    assertThat(VisitorToken.verify(former, SHOP, List.of(NOW_SECRET), NOW)).isEmpty();
  }

  @Test
  void a_token_of_one_shop_says_nothing_in_another_even_with_the_same_secret() {
    assertThat(VisitorToken.verify(VISIT, new ShopId("paris-pen"), List.of(NOW_SECRET), NOW))
        .isEmpty();
  }

  @Test
  void a_token_with_another_customer_in_it_is_not_proven() {
    String[] parts = VISIT.split("\\.");
    String said = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    String other =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(said.replace("0001|", "0002|").getBytes(StandardCharsets.UTF_8));
    assertThat(visitor(other + "." + parts[1], NOW)).isEmpty();
    assertThat(VisitorToken.claimedShop(other + "." + parts[1])).contains(SHOP);
  }

  @Test
  void a_form_is_good_for_its_customer_and_purpose_for_half_an_hour() {
    assertThat(form(HANA, "unlink", NOW.plusSeconds(1_799))).isTrue();
    assertThat(form(HANA, "unlink", NOW.plusSeconds(1_800))).isFalse();
    assertThat(form(HANA, "link", NOW)).isFalse();
    assertThat(form(new CustomerId(2), "unlink", NOW)).isFalse();
  }

  @Test
  void one_sort_of_token_is_never_taken_for_the_other() {
    assertThat(visitor(FormToken.issue(SHOP, HANA, "visit", NOW_SECRET, NOW), NOW)).isEmpty();
    assertThat(FormToken.verify(VISIT, SHOP, HANA, "visit", List.of(NOW_SECRET), NOW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.b.c", "%.%", "AAAA.AAAA", "fHx8.AAAA"})
  void what_is_no_token_proves_nothing(String token) {
    assertThat(visitor(token, NOW)).isEmpty();
    assertThat(VisitorToken.claimedShop(token)).isEmpty();
    assertThat(visitor("A".repeat(1_000_000) + "." + token, NOW)).isEmpty();
  }

  @Test
  void a_purpose_that_could_pose_as_more_is_refused() {
    assertThatThrownBy(() -> FormToken.issue(SHOP, HANA, "a|b", NOW_SECRET, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Optional<CustomerId> visitor(String token, Instant now) {
    return VisitorToken.verify(token, SHOP, List.of(NOW_SECRET), now);
  }

  private static boolean form(CustomerId customer, String purpose, Instant now) {
    return FormToken.verify(FORM, SHOP, customer, purpose, List.of(NOW_SECRET), now);
  }
}
