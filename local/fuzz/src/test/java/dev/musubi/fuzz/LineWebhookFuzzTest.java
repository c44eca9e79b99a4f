package dev.musubi.fuzz;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.core.people.LineSignal;
import dev.musubi.line.events.LineEvents;
import dev.musubi.line.events.UnreadableEventException;
import dev.musubi.linewebhook.LineWebhookDoor;
import dev.musubi.local.doors.CollectedNews;
import dev.musubi.local.doors.Ports;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.functions.Stores;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LineWebhookFuzzTest {

  private static final CollectedNews NEWS = new CollectedNews();
  private static final Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> DOOR =
      LineWebhookDoor.over(Ports.over(Stores.ofTwoShops(Town.NOW), NEWS));
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final RawCodec CODEC = new RawCodec();
  private static final LineEvents EVENTS = new LineEvents();

  static Stream<Arguments> bodies() {
    return Corpus.each(Corpus.bodies("line-webhook"));
  }

  static Stream<Arguments> signatures() {
    return Corpus.bodies("line-webhook")
        .map(body -> Arguments.of(Signed.body(body, HANAMICHI.channelSecret()), body));
  }

  static Stream<Arguments> events() {
    return Corpus.each(Corpus.queued("inbound-line").map(Corpus.Queued::body).map(Corpus::utf8));
  }

  @MethodSource("bodies")
  @FuzzTest
  void a_signed_body_is_queued_event_by_event_or_refused(byte[] body) throws IOException {
    int status = answered(Signed.body(body, HANAMICHI.channelSecret()), body);
    List<RawLine> queue = NEWS.takeLine();
    assertThat(status).isIn(200, 400, 401);
    if (status != 200) {
      assertThat(queue).isEmpty();
      return;
    }
    JsonNode events = JSON.readTree(Corpus.text(body)).path("events");
    assertThat(queue).hasSize(events.size());
    for (int i = 0; i < queue.size(); i++) {
      assertThat(JSON.readTree(queue.get(i).eventJson())).isEqualTo(events.get(i));
      assertThat(CODEC.line(CODEC.write(queue.get(i)))).isEqualTo(queue.get(i));
    }
  }

  @MethodSource("signatures")
  @FuzzTest
  void a_signature_that_is_not_lines_is_never_accepted(
      @NotNull String signature, byte @NotNull [] body) {
    int status = answered(signature, body);
    List<RawLine> queue = NEWS.takeLine();
    if (!signature.equals(Signed.body(body, HANAMICHI.channelSecret()))) {
      assertThat(status).isEqualTo(401);
      assertThat(queue).isEmpty();
    }
  }

  @MethodSource("events")
  @FuzzTest
  void an_event_means_one_thing_or_is_refused_without_being_quoted(byte[] event) {
    String json = Corpus.text(event);
    try {
      LineSignal signal = EVENTS.read(json);
      assertThat(EVENTS.read(json)).isEqualTo(signal);
    } catch (UnreadableEventException refused) {
      assertThat(refused).hasNoCause().message().hasSizeLessThan(100);
    }
  }

  private static int answered(String signature, byte[] body) {
    APIGatewayV2HTTPEvent call =
        HttpCall.to("POST /line/{shop}")
            .shop(HANAMICHI.id().handle())
            .header("x-line-signature", signature)
            .bodyInBase64(body)
            .event();
    return DOOR.apply(call).getStatusCode();
  }
}
