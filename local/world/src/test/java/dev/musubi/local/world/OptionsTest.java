package dev.musubi.local.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
  @TempDir Path folder;

  @BeforeEach
  void template() throws IOException {
    Files.createFile(folder.resolve("template.yaml"));
    Files.createDirectories(folder.resolve("local/world"));
  }

  private Options of(String name, String value) {
    return Options.of(Map.of(name, value), folder);
  }

  @Test
  void without_variables_it_is_port_8080_the_real_time_and_memory() {
    var options = Options.of(Map.of(), folder.resolve("local/world"));

    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.clock()).isEmpty();
    assertThat(options.data()).isEmpty();
    assertThat(options.lineBase()).isEmpty();
    assertThat(options.moreShops()).isZero();
    assertThat(options.root()).isEqualTo(folder.toAbsolutePath().normalize());
  }

  @Test
  void an_empty_variable_is_as_good_as_none() {
    assertThat(of("MUSUBI_LINE_BASE", " ").lineBase()).isEmpty();
  }

  @Test
  void the_clock_takes_an_offset_and_says_so_when_there_is_none() {
    assertThat(of("MUSUBI_CLOCK", "2026-03-01T10:00:00+09:00").clock())
        .contains(Instant.parse("2026-03-01T01:00:00Z"));
    assertThatThrownBy(() -> of("MUSUBI_CLOCK", "2026-03-01T10:00:00"))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("MUSUBI_CLOCK");
  }

  @Test
  void up_to_nine_more_shops_may_be_asked_for() {
    assertThat(of("MUSUBI_SHOPS", "9").moreShops()).isEqualTo(9);
    assertThatThrownBy(() -> of("MUSUBI_SHOPS", "10"))
        .isInstanceOf(StartFailure.class)
        .hasMessage("Set MUSUBI_SHOPS to 0 to 9 further shops, not to 10.");
  }

  @Test
  void what_is_no_port_or_no_address_is_told_in_one_sentence() {
    assertThatThrownBy(() -> of("MUSUBI_PORT", "99999"))
        .isInstanceOf(StartFailure.class)
        .hasMessage("Set MUSUBI_PORT to a port from 0 to 65535, not to 99999.");
    assertThatThrownBy(() -> of("MUSUBI_SHOPIFY_BASE", "localhost"))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("MUSUBI_SHOPIFY_BASE");
  }

  @Test
  void a_folder_without_a_template_is_told(@TempDir Path elsewhere) {
    assertThatThrownBy(() -> Options.of(Map.of(), elsewhere))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("template.yaml");
  }
}
