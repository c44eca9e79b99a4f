package dev.musubi.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.history.History;
import dev.musubi.local.simulation.history.Message;
import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.Peril;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened, noted from several threads; a history of it for the checker. */
final class Diary {

  private final InstantSource clock;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Act> unsettled = new ArrayList<>();

  Diary(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void acted(Act act) {
    facts.add(new Fact.Acted(act.at(), act));
    if (act.deed() instanceof Deed.Confirm(int account, int customer, Instant at, String nonce)) {
      Act ask = new Act(act.id() + "?", at, act.shop(), new Deed.AskLink(account, customer));
      facts.add(new Fact.Acted(at, ask));
    }
  }

  /** Whose link, and friendship, was there before anything happened. */
  synchronized void linkedFromTheStart(Person person, Instant start) {
    int who = person.number();
    for (Deed deed :
        List.of(
            new Deed.Follow(who),
            new Deed.AskLink(who, who),
            new Deed.Confirm(who, who, start, ""))) {
      Act act = new Act("before" + facts.size(), start, person.shop(), deed);
      facts.add(new Fact.Acted(start, act));
      facts.add(new Fact.Settled(start, act));
    }
  }

  /** The world answered: everything that the act caused was accepted. */
  synchronized void told(Act act) {
    facts.add(new Fact.Told(clock.instant(), act, true));
    unsettled.add(act);
  }

  /** Nothing is on its way any more. */
  synchronized void settled() {
    unsettled.forEach(act -> facts.add(new Fact.Settled(clock.instant(), act)));
    unsettled.clear();
  }

  synchronized void struck(Peril peril, String where) {
    facts.add(new Fact.Struck(clock.instant(), peril, where, where));
  }

  synchronized int strikes() {
    return (int) facts.stream().filter(Fact.Struck.class::isInstance).count();
  }

  /** With what LINE took and what was intended, in the order of time. */
  synchronized History history(List<Fact> more) {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(more);
    all.sort(Comparator.comparing(Fact::at));
    return History.of(all);
  }

  /** What LINE took of a shop, by the world's own list. */
  static List<Fact> pushes(int shop, JsonNode messages, Town town) {
    List<Fact> pushes = new ArrayList<>();
    for (JsonNode taken : messages) {
      Optional<Person> account = town.find(taken.path("person").asText());
      if (account.isPresent() && !taken.path("api").asText().equals("reply")) {
        boolean arrived = taken.path("delivered").asBoolean();
        pushes.add(
            new Fact.Pushed(
                Instant.parse(taken.path("at").asText()),
                shop,
                account.get().number(),
                taken.path("retryKey").asText(),
                Message.read(taken.path("messages").toString()),
                arrived ? Fact.Answer.ARRIVED : Fact.Answer.NOT_SHOWN));
      }
    }
    return pushes;
  }
}
