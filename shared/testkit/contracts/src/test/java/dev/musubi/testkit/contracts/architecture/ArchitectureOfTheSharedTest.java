package dev.musubi.testkit.contracts.architecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.musubi.testkit.contracts.architecture.fine.Closing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules hold over what this module sees: core, the memory and the contracts. */
class ArchitectureOfTheSharedTest {

  private final Architecture shared =
      new Architecture(
          new ClassFileImporter().importPackages("dev.musubi.core", "dev.musubi.testkit.memory"),
          "dev.musubi");

  @Test
  void core_is_sliced_without_cycles_and_needs_the_jdk_alone() {
    shared.coreHasNoCycles();
    shared.coreNeedsTheJdkAlone();
  }

  @Test
  void core_takes_no_clock_no_threads_and_no_dice() {
    shared.ambientThingsStayInAdapters(List.of());
  }

  @Test
  void core_never_depends_on_the_order_of_a_start() {
    shared.orderNeverChangesFromStartToStart();
  }

  @Test
  void nobody_catches_errors() {
    shared.nobodyCatchesErrors();
  }

  @Test
  void what_the_compiler_catches_for_resources_and_patterns_does_not_count() {
    new Architecture(new ClassFileImporter().importClasses(Closing.class), "dev.musubi")
        .nobodyCatchesErrors();
  }
}
