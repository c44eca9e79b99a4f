package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Nobody deletes a table by accident, and what can't come again has point-in-time recovery. Views,
 * carts and runs come again, and a backup of them would keep what an erasure took.
 */
class TablesAreKeptTest {

  private static final List<String> COMES_AGAIN = List.of("ShoppingTable", "RunsTable");

  @Test
  void every_table_is_protected_and_what_can_not_come_again_has_backups() {
    assertThat(Template.stack().tables()).hasSizeGreaterThan(COMES_AGAIN.size());
    assertThat(unprotected(Template.stack())).isEmpty();
  }

  @Test
  void a_table_that_lost_its_protection_is_found() {
    String protectedTable =
        "      DeletionProtectionEnabled: true\n"
            + "      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}\n";
    assertThat(unprotected(Template.with(protectedTable, "")))
        .contains("LinksTable can be deleted", "LinksTable has no backups")
        .noneMatch(line -> line.startsWith("ShoppingTable"));
  }

  private static List<String> unprotected(Stack stack) {
    List<String> found = new ArrayList<>();
    for (Table table : stack.tables()) {
      String name = table.named().logicalId();
      if (!table.protection().deletionProtection()) {
        found.add(name + " can be deleted");
      }
      if (!table.protection().pointInTimeRecovery() && !COMES_AGAIN.contains(name)) {
        found.add(name + " has no backups");
      }
    }
    return found;
  }
}
