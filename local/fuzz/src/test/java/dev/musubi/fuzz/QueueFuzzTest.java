package dev.musubi.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.sending.Work;
import dev.musubi.wire.MalformedJson;
import dev.musubi.wire.WorkCodec;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of a queue, and what a button in the chat sends. */
class QueueFuzzTest {

  private static final RawCodec RAW = new RawCodec();
  private static final WorkCodec WORK = new WorkCodec();

  static Stream<Arguments> messages() {
    return Corpus.each(
        Stream.concat(Corpus.messages("inbound-line"), Corpus.messages("inbound-shopify"))
            .map(Corpus::utf8));
  }

  static Stream<Arguments> work() {
    return Corpus.each(
        Stream.of("{\"v\":1,\"type\":\"setUp\",\"shop\":\"kyoto-tea\"}", "{\"v\":99}", "[]")
            .map(Corpus::utf8));
  }

  static Stream<Arguments> taps() {
    return Stream.of("musubi:link?from=menu", "musubi:stop?kind=BROWSE", "musubi:unlink", "?=")
        .map(Arguments::of);
  }

  @MethodSource("messages")
  @FuzzTest
  void a_webhook_in_a_queue_reads_back_or_is_refused(byte[] message) {
    String text = Corpus.text(message);
    try {
      RawLine line = RAW.line(text);
      assertThat(RAW.line(RAW.write(line))).isEqualTo(line);
      RawShopify webhook = RAW.shopify(text);
      assertThat(RAW.shopify(RAW.write(webhook))).isEqualTo(webhook);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).message().hasSizeLessThan(100);
    }
  }

  @MethodSource("work")
  @FuzzTest
  void work_in_a_queue_reads_back_or_is_refused(byte[] message) {
    try {
      Work work = WORK.read(Corpus.text(message));
      assertThat(WORK.read(WORK.write(work))).isEqualTo(work);
    } catch (MalformedJson refused) {
      assertThat(refused).message().isNotBlank();
    }
  }

  @MethodSource("taps")
  @FuzzTest
  void a_tap_is_a_command_of_ours_word_for_word_or_none(@NotNull String data) {
    ChatCommand.parse(data)
        .ifPresent(command -> assertThat(ChatCommand.parse(command.data())).contains(command));
  }
}
