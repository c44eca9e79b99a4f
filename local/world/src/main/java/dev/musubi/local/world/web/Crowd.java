package dev.musubi.local.world.web;

import dev.musubi.local.world.demo.Newcomers.Standing;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.web.Interface.Behind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code POST /local/people}: makes many people at once, for load. */
final class Crowd {
  private static final int MOST = 100_000;
  private static final int AT_ONCE = 8;

  private final Behind world;

  Crowd(Behind world) {
    this.world = world;
  }

  record Made(String shop, int count, List<WorldView.PersonRow> people) {}

  Made make(Body body) throws InterruptedException {
    String shop = world.demonstration().shop(body.text("shop")).handle();
    int count = body.number("count", 1, MOST);
    String prefix = body.text("prefix");
    boolean linked = body.flag("linked", false);
    if (!prefix.matches("[A-Za-z0-9_-]{1,40}")) {
      throw Problem.bad("'prefix' must be 1 to 40 letters, digits, - or _.");
    }
    if (world.demonstration().people().find(shop, prefix + 0).isPresent()) {
      throw new Problem(409, "There is a person '%s0' already.".formatted(prefix));
    }
    List<Callable<PersonEntry>> all = new ArrayList<>();
    long first = world.demonstration().people().nextCustomer(shop, count);
    for (int at = 0; at < count; at++) {
      PersonEntry entry =
          new PersonEntry(
              shop,
              prefix + at,
              first + at,
              Optional.of(world.demonstration().entropy().lineUserId()));
      Standing standing = linked ? Standing.LINKED : Standing.LINE_USER;
      all.add(() -> world.demonstration().newcomers().add(entry, entry.person(), standing));
    }
    carryOut(all);
    String name = prefix + "\\d+";
    return new Made(
        shop,
        count,
        new WorldView(world)
            .people(shop).stream().filter(row -> row.person().matches(name)).toList());
  }

  private static void carryOut(List<Callable<PersonEntry>> all) throws InterruptedException {
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<PersonEntry> done : workers.invokeAll(all)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A person could not be made", e.getCause());
    }
  }
}
