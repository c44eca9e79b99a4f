package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class RawBodyTest {

  @Test
  void a_text_body_is_its_utf8_bytes() {
    assertThat(RawBody.of(event("{\"名\":\"結び\"}", false)))
        .isEqualTo("{\"名\":\"結び\"}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_base64_body_is_what_was_sent_byte_for_byte() {
    byte[] sent = {0, (byte) 0xFF, 13, 10, (byte) 0xE3};
    assertThat(RawBody.of(event(Base64.getEncoder().encodeToString(sent), true))).isEqualTo(sent);
  }

  @Test
  void no_body_is_no_bytes() {
    assertThat(RawBody.of(event(null, false))).isEmpty();
    assertThat(RawBody.of(event(null, true))).isEmpty();
  }

  @Test
  void a_body_that_only_claims_to_be_base64_is_a_bad_request() {
    assertThatThrownBy(() -> RawBody.of(event("not base64 {}", true)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static APIGatewayV2HTTPEvent event(String body, boolean base64) {
    return APIGatewayV2HTTPEvent.builder().withBody(body).withIsBase64Encoded(base64).build();
  }
}
