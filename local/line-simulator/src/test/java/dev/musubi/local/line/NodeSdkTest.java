package dev.musubi.local.line;

import static dev.musubi.local.line.Line.CHANNEL_ID;
import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SECRET;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.TARO;
import static dev.musubi.local.line.Line.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * LINE's own Node SDK calls every operation in use; the environment names the folder that it is
 * installed in.
 */
@EnabledIfEnvironmentVariable(named = NodeSdkTest.FOLDER, matches = ".+")
class NodeSdkTest {
  static final String FOLDER = "MUSUBI_LINE_NODE_SDK";
  private static final String SCRIPT = "src/test/node/operations.mjs";

  private final Line line = new Line();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void the_node_sdk_finds_every_operation_as_lines_reference_has_it() throws Exception {
    var process =
        new ProcessBuilder("node", Path.of(SCRIPT).toAbsolutePath().toString())
            .redirectErrorStream(true)
            .start();
    try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write(given().toString());
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(Integer.parseInt(said.strip())).isGreaterThan(70);
  }

  private ObjectNode given() throws IOException, JOSEException {
    line.simulator.notifications(SHOP, NotificationRights.approved());
    line.simulator.phones().put(TARO, "+818000001234");
    var keys = new Assertions(line);
    done(line.hana().say("hi"));
    var said = line.bot.newest();
    done(line.hana().send(new Media(Media.Kind.IMAGE, "image/png", new byte[] {1, 2, 3})));
    return new ObjectMapper()
        .createObjectNode()
        .put("sdkFolder", System.getenv(FOLDER))
        .put("base", line.simulator.base().toString())
        .put("token", line.token())
        .put("channelId", CHANNEL_ID)
        .put("channelSecret", SECRET)
        .put("jwt", keys.assertion(Duration.ofMinutes(10), 3600))
        .put("friend", HANA)
        .put("stranger", TARO)
        .put("botUserId", Line.BOT_USER)
        .put("phoneHash", Digests.hex("+818000001234"))
        .put("replyToken", said.event().path("replyToken").asText())
        .put("readToken", said.event().at("/message/markAsReadToken").asText())
        .put("mediaId", line.bot.newest().event().at("/message/id").asText())
        .put("menuImage", Base64.getEncoder().encodeToString(Menus.png(2500, 843)))
        .put("second", line.clock.instant().getEpochSecond())
        .put("today", "20261122")
        .put("webhookAddress", line.bot.address().toString())
        .put("webhookBody", said.body())
        .put("webhookSignature", said.signature());
  }
}
