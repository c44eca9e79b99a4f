package dev.musubi.fuzz;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.inboundline.InboundLineDoor;
import dev.musubi.local.doors.Ports;
import dev.musubi.testkit.functions.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The way back from LINE's account link dialog. */
class AccountLinkFuzzTest {

  private static final Nonce OURS = Nonce.of(Corpus.utf8("the one nonce that is waited for"));
  private static final RawCodec CODEC = new RawCodec();
  private static final Town<Function<SQSEvent, SQSBatchResponse>> TOWN =
      new Town<>(AccountLinkFuzzTest::waiting);

  static Stream<Arguments> confirmations() {
    return Stream.of(
        Arguments.of("ok", "A".repeat(43)),
        Arguments.of("ok", OURS.value() + "="),
        Arguments.of("failed", OURS.value()),
        Arguments.of("ok", ""));
  }

  @MethodSource("confirmations")
  @FuzzTest
  void a_confirmation_that_does_not_bring_our_nonce_links_nobody(
      @NotNull String result, @NotNull String nonce) {
    if (nonce.equals(OURS.value())) {
      return;
    }
    String message = CODEC.write(new RawLine(HANAMICHI.id(), Town.NOW, event(result, nonce)));
    SQSBatchResponse answer = TOWN.door().apply(Messages.of(List.of(message)));
    assertThat(answer.getBatchItemFailures()).isEmpty();
    Optional<Link> link =
        Optional.ofNullable(
            TOWN.stores().links().find(HANAMICHI.id(), List.of(CUSTOMER)).get(CUSTOMER));
    assertThat(link.flatMap(Link::current)).isEmpty();
  }

  private static Function<SQSEvent, SQSBatchResponse> waiting(Ports ports) {
    ports
        .links()
        .open(
            new LinkAttempt(
                HANAMICHI.id(),
                OURS.hash(),
                CUSTOMER,
                EntryRoute.CHAT,
                Town.NOW.plus(Duration.ofHours(1))));
    return InboundLineDoor.over(ports);
  }

  private static String event(String result, String nonce) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("type", "accountLink").put("mode", "active");
    event.put("timestamp", Town.NOW.toEpochMilli()).put("webhookEventId", "event-1");
    event.putObject("source").put("type", "user").put("userId", HANA.value());
    event.putObject("link").put("result", result).put("nonce", nonce);
    return event.toString();
  }
}
