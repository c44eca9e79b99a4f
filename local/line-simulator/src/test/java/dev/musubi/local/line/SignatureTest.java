package dev.musubi.local.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "8c570fa6dd201bb328f1c1eac23a96d8,"
            + "'{\"destination\":\"U8e742f61d673b39c7fff3cecb7536ef0\",\"events\":[]}',"
            + "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=",
        "SECRET,{},3q8QXTAGaey18yL8FWTqdVlbMr6hcuNvM4tefa0o9nA=",
        "test_secret,'{\"hello\":\"world\"}',t7Hn4ZDHqs6e+wdvI5TyQIvzie0DmMUmuXEBqyyE/tM="
      })
  void a_body_is_signed_as_lines_own_examples_are(String secret, String body, String signature) {
    assertThat(Signature.of(secret, body.getBytes(StandardCharsets.UTF_8))).isEqualTo(signature);
  }
}
