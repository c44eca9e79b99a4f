package dev.musubi.line.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** LINE's own sample events, one body per type, lie outside the repository. */
@EnabledIfEnvironmentVariable(named = "MUSUBI_SHARED", matches = ".+")
class OfficialSamplesTest {

  @Test
  void every_sample_of_LINE_is_read() throws IOException {
    Path folder = Path.of(System.getenv("MUSUBI_SHARED"), "fixtures", "line");
    LineEvents events = new LineEvents();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> samples = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
      assertThat(samples).isNotEmpty();
      for (Path sample : samples) {
        Optional<LineEnvelope> envelope = LineEnvelope.parse(Files.readAllBytes(sample));
        assertThat(envelope).as(sample.toString()).isPresent();
        for (String event : envelope.get().events()) {
          assertThatCode(() -> events.read(event)).as(sample.toString()).doesNotThrowAnyException();
        }
      }
    }
  }
}
