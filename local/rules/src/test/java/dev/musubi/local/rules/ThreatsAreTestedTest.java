package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/threats.md} says stops somebody is shown by a test that there is: a defence
 * whose test was removed or renamed is a claim and no more.
 */
class ThreatsAreTestedTest {

  private static final int LEAST = 40;

  private static final String TABLE =
      """
      | # | who | what stops it | test |
      |---|---|---|---|
      | 1 | a stranger | a `Door.bolt` | `DoorTest.it_is_shut` |
      | 2 | a shopper | a wall | `DoorTest.it_is_gone`, `WallTest.it_stands` |
      | 4 | an insider | trust | |
      """;

  private static final String TEST =
      """
      package dev.musubi.core.shop;

      class DoorTest {
        @Test
        void it_is_shut() {}

        void it_is_gone() {}

        static class WallTest {
          @ParameterizedTest
          void it_stands(int stone) {}
        }
      }
      """;

  @Test
  void every_threat_names_tests_that_there_are() throws IOException {
    Threats threats = Threats.in(Files.readString(Project.ROOT.resolve("docs/threats.md")));

    assertThat(threats.rows()).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(faults(threats, Threats.tests(Javac.files(Threats.testSources())))).isEmpty();
  }

  @Test
  void a_test_that_is_gone_a_row_without_one_and_a_missing_row_are_found() {
    assertThat(faults(Threats.in(TABLE), Threats.tests(List.of(Sample.file(TEST)))))
        .containsExactly(
            "row 2: there is no test DoorTest.it_is_gone",
            "row 4: names no test",
            "row 4 stands where row 3 should");
  }

  private static List<String> faults(Threats threats, SortedSet<String> tests) {
    List<String> faults = new ArrayList<>();
    for (Threats.Row row : threats.rows()) {
      if (row.tests().isEmpty()) {
        faults.add("row " + row.number() + ": names no test");
      }
      row.tests().stream()
          .filter(test -> !tests.contains(test))
          .forEach(test -> faults.add("row " + row.number() + ": there is no test " + test));
    }
    IntStream.range(0, threats.rows().size())
        .filter(i -> threats.rows().get(i).number() != i + 1)
        .mapToObj(
            i ->
                "row "
                    + threats.rows().get(i).number()
                    + " stands where row "
                    + (i + 1)
                    + " should")
        .forEach(faults::add);
    return faults;
  }
}
