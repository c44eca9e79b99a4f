package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

class LogLinesTest {

  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

  @Test
  void an_event_is_one_line_of_json_without_the_exceptions_message() throws Exception {
    String line = written("line one\nline two", new IllegalStateException("{\"secret\":1}"));
    JsonNode json = JsonMapper.builder().build().readTree(line);
    assertThat(line.strip()).hasLineCount(1).doesNotContain("secret");
    assertThat(json.get("message").asText()).isEqualTo("line one\nline two");
    assertThat(json.get("level").asText()).isEqualTo("WARN");
    assertThat(json.get("exception").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(json.at("/stack/0/class").asText()).isEqualTo(LogLinesTest.class.getName());
    assertThat(json.get("timestamp").asText()).endsWith("Z");
  }

  @Test
  void the_console_is_the_only_place_that_logs_go_to() {
    assertThat(context.getConfiguration().getAppenders()).containsOnlyKeys("Console");
    assertThat(context.getConfiguration().getRootLogger().getLevel()).isEqualTo(Level.INFO);
  }

  private String written(String message, Exception thrown) {
    return context
        .getConfiguration()
        .getAppender("Console")
        .getLayout()
        .toSerializable(
            Log4jLogEvent.newBuilder()
                .setLoggerName("musubi")
                .setLevel(Level.WARN)
                .setMessage(new SimpleMessage(message))
                .setThrown(thrown)
                .build())
        .toString();
  }
}
