package dev.musubi.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that shared code with what it judges would share its mistakes. */
class ModelKnowsNothingTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/musubi/local/simulation");

  @ParameterizedTest
  @ValueSource(strings = {"check", "history", "plan", "engine"})
  void the_model_and_the_history_import_nothing_of_the_product(String folder) throws IOException {
    try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
      List<Path> sources = files.toList();
      assertThat(sources).isNotEmpty();
      assertThat(sources)
          .allSatisfy(
              source ->
                  assertThat(Files.readAllLines(source))
                      .filteredOn(line -> line.startsWith("import dev.musubi."))
                      .allMatch(
                          line ->
                              line.startsWith("import dev.musubi.local.simulation.")
                                  || line.equals(
                                      "import dev.musubi.testkit.memory.SettableClock;")));
    }
  }
}
