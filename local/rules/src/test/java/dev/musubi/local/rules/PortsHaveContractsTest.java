package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Rule 6: what is tested with a port in memory holds in production only if both keep one contract;
 * and a person who wants to be forgotten is forgotten in every store.
 */
class PortsHaveContractsTest {

  private static final Map<String, String> NO_CONTRACT =
      new TreeMap<>(
          Map.of(
              "MessageCheck",
                  "LINE alone can say; its adapter is tested against the simulated LINE",
              "Meter", "it only writes, in a platform's format that its adapter's test pins",
              "Pacer", "its one rule is to wait, which the one for simulations must not",
              "Renderer",
                  "there is one, deterministic and without a platform: memory uses it too"));

  private static final Map<String, String> NO_RIGHTS =
      new TreeMap<>(
          Map.of(
              "CustomerTags", "the tag is Shopify's, which erases the customer itself",
              "Friends", "the menus are LINE's; nothing is kept",
              "OrderSource", "it reads what is Shopify's; nothing is kept",
              "Outbox", "work names persons until it is done, two weeks at most",
              "Runs", "a shard's cursor names one customer until the shard is done",
              "Sender", "nothing is kept"));

  private static final Ports PORTS = new Ports(Project.everything());

  @Test
  void every_port_has_a_contract_that_two_adapters_pass_or_a_reason() {
    assertThat(PORTS.names()).contains("Links", "Outbox", "Sender").doesNotContain("Reason");
    assertThat(PORTS.withoutContract()).containsExactlyInAnyOrderElementsOf(NO_CONTRACT.keySet());
  }

  @Test
  void every_port_that_deals_with_persons_gives_them_their_rights_or_has_a_reason() {
    assertThat(PORTS.withoutRights()).containsExactlyInAnyOrderElementsOf(NO_RIGHTS.keySet());
  }

  @Test
  void chores_is_handed_every_store_that_holds_persons() {
    assertThat(PORTS.storesWithRights()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(
            Project.classes("functions")
                .get("dev.musubi.chores.ChoresWiring")
                .getConstructorCallsFromSelf()
                .stream()
                .map(call -> call.getTargetOwner().getName()))
        .containsAll(PORTS.storesWithRights());
  }

  @Test
  void a_port_whose_contract_one_adapter_passes_is_found_and_with_a_second_it_is_not() {
    String port = "package dev.musubi.core.shop; public interface Till { void open(); }";
    String contract = "package dev.musubi.testkit.contracts; public abstract class TillContract {}";
    String one =
        "package dev.musubi.a; class A extends dev.musubi.testkit.contracts.TillContract {}";
    String two =
        "package dev.musubi.b; class B extends dev.musubi.testkit.contracts.TillContract {}";

    assertThat(new Ports(Sample.classes(port, contract, one)).withoutContract())
        .containsExactly("Till");
    assertThat(new Ports(Sample.classes(port, contract, one, two)).withoutContract()).isEmpty();
  }

  @Test
  void a_port_that_hides_a_person_two_steps_away_is_found() {
    JavaClasses sample =
        Sample.classes(
            "package dev.musubi.core.people; public record CustomerId(long number) {}",
            """
            package dev.musubi.core.shop;

            public interface Guestbook {
              java.util.List<Entry> entries();

              record Entry(Guest guest) {}

              record Guest(dev.musubi.core.people.CustomerId id) {}
            }
            """);

    assertThat(new Ports(sample).withoutRights()).containsExactly("Guestbook");
  }
}
