package dev.musubi.fuzz;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import dev.musubi.shopify.events.FormToken;
import dev.musubi.shopify.events.VisitorToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tokens by which a visitor or a form comes back. */
class TokensFuzzTest {

  private static final List<Secret> SECRETS = HANAMICHI.secrets().shopify().clientSecrets();
  private static final String VISIT =
      VisitorToken.issue(HANAMICHI.id(), CUSTOMER, SECRETS.getFirst(), Town.NOW);
  private static final String FORM =
      FormToken.issue(HANAMICHI.id(), CUSTOMER, "unlink", SECRETS.getFirst(), Town.NOW);

  static Stream<Arguments> tokens() {
    return Stream.of(VISIT, FORM, "", ".", "a.b", VISIT.replace('.', '!')).map(Arguments::of);
  }

  static Stream<Arguments> customers() {
    return Stream.of(
        Arguments.of("hanamichi-tea", 1L, 0L), Arguments.of("k", Long.MAX_VALUE, 4_102_444_800L));
  }

  @MethodSource("tokens")
  @FuzzTest
  void a_token_that_we_did_not_sign_proves_nothing(@NotNull String token) {
    Optional<CustomerId> visitor = VisitorToken.verify(token, HANAMICHI.id(), SECRETS, Town.NOW);
    boolean form = FormToken.verify(token, HANAMICHI.id(), CUSTOMER, "unlink", SECRETS, Town.NOW);
    assertThat(VisitorToken.claimedShop(token)).isNotNull();
    assertThat(visitor.isPresent() && form).isFalse();
    if (visitor.isPresent()) {
      assertThat(claims(token)).isEqualTo(claims(VISIT));
    }
    if (form) {
      assertThat(claims(token)).isEqualTo(claims(FORM));
    }
  }

  @MethodSource("customers")
  @FuzzTest
  void a_token_reads_back_as_it_was_issued_and_in_no_other_shop_or_purpose(
      @NotNull String handle,
      @InRange(min = 1) long number,
      @InRange(min = 0, max = 99_999_999_999L) long second) {
    Optional<ShopId> shop = ShopId.parse(handle);
    if (shop.isEmpty()) {
      return;
    }
    Instant now = Instant.ofEpochSecond(second);
    CustomerId customer = new CustomerId(number);
    String token = VisitorToken.issue(shop.get(), customer, SECRETS.getFirst(), now);
    if (CustomerId.parse(customer.toString()).isPresent()) {
      assertThat(VisitorToken.verify(token, shop.get(), SECRETS, now)).contains(customer);
    }
    assertThat(VisitorToken.verify(token, new ShopId("another-shop"), SECRETS, now)).isEmpty();
    assertThat(FormToken.verify(token, shop.get(), customer, "visit", SECRETS, now)).isFalse();
    Instant over = now.plus(VisitorToken.GOOD_FOR);
    assertThat(VisitorToken.verify(token, shop.get(), SECRETS, over)).isEmpty();
  }

  /** What a token says; the last bits of its Base64 mean nothing. */
  private static String claims(String token) {
    return token.split("\\.")[0].replaceAll(".$", "");
  }
}
