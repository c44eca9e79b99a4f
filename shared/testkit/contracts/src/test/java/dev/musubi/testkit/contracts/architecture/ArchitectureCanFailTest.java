package dev.musubi.testkit.contracts.architecture;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Every rule fails over small classes that break it, and says which. */
class ArchitectureCanFailTest {

  private static final String ROOT = "dev.musubi.testkit.contracts.architecture.broken";

  private final Architecture broken =
      new Architecture(new ClassFileImporter().importPackages(ROOT), ROOT);

  @Test
  void slices_of_core_that_need_each_other_are_a_cycle() {
    fails(broken::coreHasNoCycles, "Cycle");
  }

  @Test
  void a_library_in_core_is_named() {
    fails(broken::coreNeedsTheJdkAlone, "org.assertj");
  }

  @Test
  void a_function_that_needs_another_is_named() {
    fails(broken::noFunctionNeedsAnother, "PushFunction");
  }

  @Test
  void injection_outside_function_and_wiring_is_named() {
    fails(broken::injectionStaysInFunctionAndWiring, "Injected");
  }

  @Test
  void who_reads_the_clock_is_named_unless_it_is_an_adapter_for_it() {
    fails(() -> broken.ambientThingsStayInAdapters(List.of()), "DynamoDiary");
    assertThatNoException()
        .isThrownBy(
            () -> broken.ambientThingsStayInAdapters(List.of(ROOT + ".aws.dynamodb.DynamoDiary")));
  }

  @Test
  void a_map_without_order_in_core_is_named() {
    fails(broken::orderNeverChangesFromStartToStart, "Circle");
  }

  @Test
  void a_port_without_a_contract_is_named_unless_it_needs_none() {
    fails(() -> broken.ports().haveContractsThatTwoAdaptersKeep(List.of("PersonalData")), "Diary");
    assertThatNoException()
        .isThrownBy(
            () ->
                broken.ports().haveContractsThatTwoAdaptersKeep(List.of("Diary", "PersonalData")));
  }

  @Test
  void a_port_whose_contract_two_adapters_keep_is_not_named() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> broken.ports().haveContractsThatTwoAdaptersKeep(List.of()))
        .withMessageNotContaining("Shelf");
  }

  @Test
  void a_store_that_holds_persons_without_their_rights_is_named() {
    fails(() -> broken.ports().ofStoresWithPersonsGiveThemTheirRights(List.of()), "Diary");
  }

  @Test
  void who_catches_throwable_is_named() {
    fails(broken::nobodyCatchesErrors, "DynamoDiary.entries");
    fails(broken::nobodyCatchesErrors, "Swallow.run");
  }

  private static void fails(ThrowingCallable rule, String naming) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(rule).withMessageContaining(naming);
  }
}
