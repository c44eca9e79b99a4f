package dev.musubi.line.api;

import static dev.musubi.line.api.Setting.HANA;
import static dev.musubi.line.api.Setting.KEY;
import static dev.musubi.line.api.Setting.MESSAGE;
import static dev.musubi.line.api.Setting.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.shop.Language;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger STUB = Logger.getLogger("com.sun.net.httpserver");

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Level former = ROOT.getLevel();
  private final Handler ear =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
          lines.add(line.getLoggerName() + " " + formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    ear.setLevel(Level.ALL);
    ROOT.setLevel(Level.ALL);
    ROOT.addHandler(ear);
    STUB.setLevel(Level.OFF);
  }

  @AfterEach
  void stopListening() {
    ROOT.removeHandler(ear);
    ROOT.setLevel(former);
    STUB.setLevel(null);
  }

  @Test
  void at_the_finest_level_no_log_line_holds_a_token_a_secret_a_body_or_a_person()
      throws IOException {
    try (Setting setting = new Setting()) {
      LineSender sender = new LineSender(setting.calls);
      setting.line.on("POST /v2/bot/message/push", 401, "{\"message\":\"tea-answer\"}");
      setting.line.on("POST /v2/bot/message/push", 500, "<tea-answer>");
      setting.line.on(
          "POST /v2/bot/message/push", 200, "{\"sentMessages\":[{\"id\":\"tea-answer\"}]}");
      setting.line.on(
          "POST /v2/bot/user/" + HANA.value() + "/linkToken", 200, "{\"linkToken\":\"tea-link\"}");
      sender.push(TEA, KEY, HANA, MESSAGE);
      sender.push(TEA, KEY, HANA, MESSAGE);
      sender.reply(TEA, new ReplyToken("tea-reply"), MESSAGE);
      new LineQuotas(setting.calls, setting).of(TEA);
      new LineFriends(setting.calls).linkToken(TEA, HANA);
      new LineFriends(setting.calls).menu(TEA, HANA, Language.JA, false);
    }
    assertThat(lines).as("okhttp logs its tasks at this level").isNotEmpty();
    assertThat(lines)
        .noneMatch(line -> line.contains("token-"))
        .noneMatch(line -> line.contains("Bearer"))
        .noneMatch(line -> line.contains("tea-"))
        .noneMatch(line -> line.contains("結び"))
        .noneMatch(line -> line.contains(HANA.value()));
  }
}
