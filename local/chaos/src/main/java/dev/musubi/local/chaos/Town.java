package dev.musubi.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.world.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shops and everybody in them, numbered through all shops. */
final class Town {

  private final Streets streets;
  private final List<Person> people = new ArrayList<>();
  private final Map<String, Person> byName = new HashMap<>();

  private Town(Streets streets) {
    this.streets = streets;
  }

  /** Makes the people, who are linked from the start, and sets the shops up as planned. */
  static Town settle(Caller world, int people, Chance chance) {
    Town town = new Town(Streets.by(chance));
    for (int shop = 0; shop < town.streets.shops().size(); shop++) {
      String handle = town.streets.shops().get(shop).handle();
      Map<String, Object> document = town.streets.shops().get(shop).terms().document();
      document.put("shop", handle);
      world.send("/local/settings", Json.of(document));
      JsonNode made =
          world.send(
              "/local/people",
              Json.of(
                  Map.of(
                      "shop",
                      handle,
                      "count",
                      people / town.streets.shops().size(),
                      "linked",
                      true,
                      "prefix",
                      "c" + shop + "-")));
      for (JsonNode one : made.path("people")) {
        town.add(shop, one.path("person").asText(), chance);
      }
    }
    return town;
  }

  private void add(int shop, String name, Chance chance) {
    int number = people.size();
    people.add(new Person(shop, number, name, chance.named("person " + number)));
    byName.put(name, people.getLast());
  }

  Streets streets() {
    return streets;
  }

  List<Person> people() {
    return List.copyOf(people);
  }

  Person person(int number) {
    return people.get(number);
  }

  /** Nobody, if the person is of another shop. */
  Optional<Person> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  String handle(Person person) {
    return streets.shops().get(person.shop()).handle();
  }
}
