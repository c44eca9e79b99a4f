package dev.musubi.line.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineSignatureTest {
  private static final Secret CURRENT = new Secret("00112233445566778899aabbccddeeff");
  private static final Secret PREVIOUS = new Secret("ffeeddccbbaa99887766554433221100");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "8c570fa6dd201bb328f1c1eac23a96d8"
            + "|{\"destination\":\"U8e742f61d673b39c7fff3cecb7536ef0\",\"events\":[]}"
            + "|GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=",
        "SECRET|{}|3q8QXTAGaey18yL8FWTqdVlbMr6hcuNvM4tefa0o9nA=",
        "test_secret|{\"hello\":\"world\"}|t7Hn4ZDHqs6e+wdvI5TyQIvzie0DmMUmuXEBqyyE/tM="
      })
  void signatures_that_LINE_publishes_are_valid(String secret, String body, String header) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(LineSignature.valid(header, bytes, List.of(new Secret(secret)))).isTrue();
    bytes[0]++;
    assertThat(LineSignature.valid(header, bytes, List.of(new Secret(secret)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "followed",
        "several-people-in-one",
        "base64-body",
        "signed-but-not-utf8",
        "hostile-texts"
      })
  void a_body_is_valid_as_the_bytes_that_came(String meaning) {
    Samples.Webhook webhook = Samples.webhook(meaning);
    assertThat(LineSignature.valid(webhook.signature(), webhook.body(), List.of(CURRENT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "without-signature",
        "forged-signature",
        "signed-with-another-secret",
        "signature-not-base64"
      })
  void whatever_else_the_header_holds_is_refused(String meaning) {
    Samples.Webhook webhook = Samples.webhook(meaning);
    assertThat(LineSignature.valid(webhook.signature(), webhook.body(), List.of(CURRENT)))
        .isFalse();
  }

  @Test
  void during_a_rotation_both_secrets_are_good() {
    Samples.Webhook webhook = Samples.webhook("followed");
    for (List<Secret> secrets : List.of(List.of(CURRENT, PREVIOUS), List.of(PREVIOUS, CURRENT))) {
      assertThat(LineSignature.valid(webhook.signature(), webhook.body(), secrets)).isTrue();
    }
    assertThat(LineSignature.valid(webhook.signature(), webhook.body(), List.of(PREVIOUS)))
        .isFalse();
  }

  @Test
  void a_signature_has_one_spelling() {
    String signature = Samples.webhook("followed").signature();
    char last = signature.charAt(42);
    String sameBytes = signature.substring(0, 42) + (char) (last + 1) + "=";
    assertThat(Base64.getDecoder().decode(sameBytes))
        .isEqualTo(Base64.getDecoder().decode(signature));
    for (String other : List.of(sameBytes, signature.substring(0, 43), signature + "=")) {
      assertThat(LineSignature.valid(other, Samples.webhook("followed").body(), List.of(CURRENT)))
          .isFalse();
    }
  }
}
