package dev.musubi.local.world.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionSpecTest {
  @TempDir Path folder;

  @Test
  void a_name_that_is_a_path_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec("../push", 512, Duration.ofSeconds(3), 1))
        .withMessageContaining("'name'");
  }

  @Test
  void lambdas_limits_are_kept() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec("push", 64, Duration.ofSeconds(3), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec("push", 512, Duration.ofMinutes(16), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec("push", 512, Duration.ofSeconds(3), 0));
  }

  @Test
  void no_function_has_more_than_two_environments_here() {
    assertThat(spec("push", 512, Duration.ofSeconds(3), 8).environments()).isEqualTo(2);
    assertThat(spec("push", 512, Duration.ofSeconds(3), 1).environments()).isEqualTo(1);
  }

  @Test
  void a_zip_writes_nothing_outside_of_its_folder() throws Exception {
    var zip = folder.resolve("evil.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../outside.txt"));
      out.write(1);
    }
    assertThatThrownBy(() -> Zip.copy(zip, folder.resolve("inside")).unpackOnce())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("evil.zip");
    assertThat(folder.resolve("outside.txt")).doesNotExist();
  }

  private static FunctionSpec spec(String name, int memoryMb, Duration timeout, int environments) {
    return new FunctionSpec(
        "Push",
        name,
        "H",
        Path.of("f.zip"),
        memoryMb,
        timeout,
        Map.of(),
        environments,
        Optional.empty());
  }
}
