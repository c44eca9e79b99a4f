package dev.musubi.local.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every planted fault still fits the sources, and a text that is gone is a loud failure. */
class MutantsApplyTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path FOLDER = Path.of("src/mutants");

  static List<Path> mutants() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void there_are_thirty_at_least() throws IOException {
    assertThat(mutants()).hasSizeGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void each_changes_a_source_that_stands_as_it_expects(Path file) {
    Mutant mutant = Mutant.read(file);
    mutant
        .sources(ROOT)
        .forEach((path, source) -> assertThat(ROOT.resolve(path)).content().isNotEqualTo(source));
  }

  @Test
  void one_that_no_longer_fits_says_so() {
    Mutant.Change change = new Mutant.Change("pom.xml", "what never stood there", "");
    Mutant mutant = new Mutant("gone", "nothing", 1, List.of(change));
    assertThatThrownBy(() -> mutant.sources(ROOT)).hasMessageContaining("gone no longer applies");
  }
}
