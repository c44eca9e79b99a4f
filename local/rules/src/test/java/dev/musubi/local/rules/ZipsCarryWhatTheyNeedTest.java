package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule 5: a zip carries its own classes and the libraries that it is allowed, within its size:
 * nothing of the test kit or the local world is deployed, and a function that answers within LINE's
 * two seconds does not load what it never calls.
 */
class ZipsCarryWhatTheyNeedTest {

  static List<String> functions() {
    return Project.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_zip_carries_what_it_is_allowed_and_keeps_its_size(String function) throws IOException {
    Path zip = Zips.of(function);

    assertThat(ZipAllowance.of(function).complaints(Zips.names(zip), Files.size(zip))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_zip_needs_all_that_it_is_allowed(String function) {
    assertThat(String.join(" ", Zips.names(Zips.of(function))))
        .contains(
            ZipAllowance.of(function).libraries().stream()
                .map(library -> "lib/" + library + "-")
                .toList());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void no_zip_is_allowed_anything_of_the_test_kit_or_the_local_world_or_netty(String function) {
    assertThat(ZipAllowance.of(function).libraries())
        .noneMatch(library -> library.matches(".*(testkit|junit|assertj|netty|archunit).*"))
        .filteredOn(library -> library.startsWith("musubi-"))
        .allMatch(library -> !Files.exists(Project.ROOT.resolve("local/" + library.substring(7))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"line-webhook", "shopify-webhook"})
  void a_webhook_is_allowed_neither_tables_nor_okhttp_nor_kotlin(String function) {
    assertThat(ZipAllowance.of(function).libraries())
        .noneMatch(library -> library.matches(".*(dynamodb|okhttp|okio|retrofit|kotlin).*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lib/musubi-testkit-memory-0.1.0-SNAPSHOT.jar",
        "lib/musubi-clock-0.1.0-SNAPSHOT.jar",
        "lib/dynamodb-2.41.18.jar",
        "lib/okhttp-jvm-5.3.2.jar",
        "lib/kotlin-stdlib-2.2.21.jar",
        "lib/netty-common-4.1.118.Final.jar",
        "dev/musubi/testkit/memory/MemoryLinks.class",
        "dev/musubi/push/PushWorker.class"
      })
  void a_webhook_that_carries_more_is_found(String file) {
    List<String> files = new ArrayList<>(Zips.names(Zips.of("line-webhook")));
    files.add(file);

    assertThat(ZipAllowance.of("line-webhook").complaints(files, 1))
        .singleElement()
        .asString()
        .startsWith("line-webhook carries the ");
  }

  @Test
  void a_zip_above_its_budget_is_found() {
    assertThat(ZipAllowance.of("storefront").complaints(List.of(), 26_000_001))
        .containsExactly("storefront has 26000001 bytes, its budget is 26 MB");
  }
}
