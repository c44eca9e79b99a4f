package dev.musubi.inboundline;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.testkit.functions.ExampleEvents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under events/inbound-line, heard by a room where nobody is linked yet. */
class InboundLineExamplesTest {

  private static final String SHOP = "{shop=花道茶舗}";
  private static final String OFFER = "LINK_OFFER ja";
  private static final List<String> WITH_VALUES = List.of(OFFER, "PREFERENCES ja", "WHY ja");
  private static final Map<String, List<String>> REPLIES =
      Map.ofEntries(
          Map.entry("account-link-failed", List.of()),
          Map.entry("account-linked", List.of("THANKS ja " + SHOP)),
          Map.entry("account-linked-with-invented-nonce", List.of("LINK_EXPIRED ja " + SHOP)),
          Map.entry("blocked", List.of()),
          Map.entry("followed", List.of("GREETING ja " + SHOP)),
          Map.entry("hostile-texts", List.of()),
          Map.entry("in-a-group", List.of()),
          Map.entry("link-asked-from-greeting", List.of(OFFER)),
          Map.entry("link-asked-from-menu", List.of(OFFER)),
          Map.entry("link-asked-in-words", List.of(OFFER)),
          Map.entry("not-json", List.of()),
          Map.entry("notice-delivered", List.of()),
          Map.entry("notice-delivered-with-foreign-tag", List.of()),
          Map.entry("one-malformed-among-good", List.of("GREETING ja " + SHOP)),
          Map.entry("paused", List.of("PREFERENCES ja")),
          Map.entry("preferences-asked", List.of("PREFERENCES ja")),
          Map.entry("preferences-asked-in-words", List.of("PREFERENCES ja")),
          Map.entry("promotional-stopped", List.of("PREFERENCES ja")),
          Map.entry("redelivered-on-last-receive", List.of(OFFER)),
          Map.entry("resumed", List.of("PREFERENCES ja")),
          Map.entry("said-something", List.of()),
          Map.entry("same-event-twice-in-a-batch", List.of(OFFER, OFFER)),
          Map.entry("several-in-one", List.of("GREETING ja " + SHOP, OFFER)),
          Map.entry("standby", List.of()),
          Map.entry("stopped", List.of("PREFERENCES ja")),
          Map.entry("unknown-event-type", List.of()),
          Map.entry("unknown-message-type", List.of()),
          Map.entry("unlink-considered", List.of("NOT_LINKED ja " + SHOP)),
          Map.entry("why-asked", List.of("WHY ja")),
          Map.entry("unlink-asked", List.of("NOT_LINKED ja " + SHOP)),
          Map.entry("unlink-asked-in-words", List.of("NOT_LINKED ja " + SHOP)),
          Map.entry("without-ids", List.of("GREETING ja " + SHOP)));
  private static final Map<String, List<String>> FAILED =
      Map.of(
          "not-json", List.of("00000000-0000-4000-8000-000000000001"),
          "one-malformed-among-good", List.of("00000000-0000-4000-8000-000000000002"));

  private final ExampleEvents events = ExampleEvents.of("inbound-line");
  private final Room room = new Room();

  static List<String> meanings() {
    return ExampleEvents.of("inbound-line").meanings();
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void each_example_gets_the_reply_that_its_name_asks_for(String meaning) {
    Nonce nonce = Nonce.parse("k3Jx0m7Vt2cQe9LwZ1aYb5Rf8Hn4Ps6Ud0Gi2Kj4Mo8").orElseThrow();
    room.stores
        .links()
        .open(
            new LinkAttempt(
                HANAMICHI.id(),
                nonce.hash(),
                CUSTOMER,
                EntryRoute.CHAT,
                Room.NOW.plusSeconds(3600)));

    List<String> failed = room.hear(events.messages(meaning));

    assertThat(failed).isEqualTo(FAILED.getOrDefault(meaning, List.of()));
    assertThat(room.replies().stream().map(InboundLineExamplesTest::withoutValues))
        .isEqualTo(REPLIES.get(meaning));
    assertThat(room.linked(HANAMICHI, HANA).isPresent())
        .isEqualTo(meaning.equals("account-linked"));
  }

  private static String withoutValues(String reply) {
    return WITH_VALUES.stream().filter(reply::startsWith).findFirst().orElse(reply);
  }
}
