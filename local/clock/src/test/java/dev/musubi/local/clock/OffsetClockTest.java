package dev.musubi.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffsetClockTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void what_the_world_writes_every_reader_of_the_file_sees_at_once() {
    var writer = OffsetFile.writable(folder.resolve("clock"));
    var clock =
        new OffsetClock(
            InstantSource.fixed(NOON), OffsetFile.readable(folder.resolve("clock"))::read);

    assertThat(clock.instant()).isEqualTo(NOON);
    writer.write(Duration.ofDays(3).plusMillis(5));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-04T12:00:00.005Z"));
    writer.write(Duration.ofHours(-1));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
  }

  @Test
  void the_file_holds_eight_bytes_of_big_endian_milliseconds() throws IOException {
    var file = folder.resolve("clock");
    OffsetFile.writable(file).write(Duration.ofSeconds(90));

    var bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(8);
    assertThat(ByteBuffer.wrap(bytes).getLong()).isEqualTo(90_000);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> OffsetFile.readable(folder.resolve("nowhere")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void the_service_loader_finds_the_provider_and_without_a_file_it_is_the_system_clock() {
    var found = ServiceLoader.load(InstantSource.class).findFirst().orElseThrow();

    assertThat(found).isInstanceOf(OffsetClock.class);
    assertThat(Duration.between(InstantSource.system().instant(), found.instant()).abs())
        .isLessThan(Duration.ofMinutes(1));
  }
}
