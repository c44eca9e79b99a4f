package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No zip carries a library in a version of which a hole is known here. */
class AdvisoriesAreHeededTest {

  static List<String> functions() {
    return Project.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void no_zip_carries_a_library_with_a_hole_that_is_known(String function) {
    assertThat(Advisories.listed().complaints(Zips.names(Zips.of(function)))).isEmpty();
  }

  @Test
  void a_library_with_a_hole_is_found_and_a_mended_one_is_not() {
    assertThat(
            Advisories.listed()
                .complaints(
                    List.of(
                        "lib/log4j-core-2.14.1.jar",
                        "lib/log4j-core-9.0.jar",
                        "lib/httpclient-4.5.13.jar",
                        "lib/httpclient-4.5.12.jar",
                        "dev/musubi/log4j-core-2.14.1.class")))
        .contains("log4j-core 2.14.1 has CVE-2021-44228, mended in 2.15.0")
        .contains("httpclient 4.5.12 has CVE-2020-13956, mended in 4.5.13")
        .noneMatch(line -> line.startsWith("log4j-core 9.0") || line.contains("4.5.13 has"));
  }

  @ParameterizedTest
  @CsvSource({"2.9.1,2.10.0,-1", "2.12.7.1,2.12.7,1", "2.0,2.0.0,0", "1.0-rc1,1.0.1,0"})
  void versions_are_compared_number_by_number(String one, String other, int order) {
    assertThat(Integer.signum(Advisories.compare(one, other))).isEqualTo(order);
  }
}
