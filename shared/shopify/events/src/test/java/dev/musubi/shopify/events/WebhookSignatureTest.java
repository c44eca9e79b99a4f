package dev.musubi.shopify.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

  private static final Secret NOW = new Secret("hush");
  private static final Secret BEFORE = new Secret("former");
  private static final byte[] BODY = "{\"title\":\"結び\\/1\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  void a_body_signed_with_the_current_secret_is_genuine() {
    assertThat(WebhookSignature.genuine(BODY, signed(BODY, NOW), List.of(NOW))).isTrue();
  }

  @Test
  void a_body_signed_with_the_previous_secret_is_genuine_while_it_is_kept() {
    Optional<String> former = signed(BODY, BEFORE);
    assertThat(WebhookSignature.genuine(BODY, former, List.of(NOW, BEFORE))).isTrue();
    assertThat(WebhookSignature.genuine(BODY, former, List.of(NOW))).isFalse();
  }

  @Test
  void a_body_changed_by_one_byte_is_not_genuine() {
    byte[] changed = BODY.clone();
    changed[3]++;
    assertThat(WebhookSignature.genuine(changed, signed(BODY, NOW), List.of(NOW))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "AAAA", "not a signature"})
  void a_header_that_is_no_signature_is_not_genuine(String header) {
    assertThat(WebhookSignature.genuine(BODY, Optional.of(header), List.of(NOW))).isFalse();
    assertThat(WebhookSignature.genuine(BODY, Optional.empty(), List.of(NOW))).isFalse();
  }

  @Test
  void a_signature_has_one_spelling() {
    String signature = signed(BODY, NOW).orElseThrow();
    char last = signature.charAt(42);
    String sameBytes = signature.substring(0, 42) + (char) (last + 1) + "=";
    assertThat(Base64.getDecoder().decode(sameBytes))
        .isEqualTo(Base64.getDecoder().decode(signature));
    for (String other : List.of(sameBytes, signature.substring(0, 43), signature + "=")) {
      assertThat(WebhookSignature.genuine(BODY, Optional.of(other), List.of(NOW))).isFalse();
    }
  }

  private static Optional<String> signed(byte[] body, Secret secret) {
    return Optional.of(Base64.getEncoder().encodeToString(Hmac.of(secret.bytes(), body)));
  }
}
