package dev.musubi.local.world.web;

import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The filters that lists take; a shop or a person that does not exist is a 404. */
final class Filters {
  private Filters() {}

  static Optional<String> text(Context http, String name) {
    return Optional.ofNullable(http.queryParam(name)).filter(value -> !value.isBlank());
  }

  /** A filter that must be given. */
  static String needed(Context http, String name) {
    return text(http, name).orElseThrow(() -> Problem.bad("'%s' must be given.".formatted(name)));
  }

  /** The one shop asked for, or all. */
  static List<String> shops(Behind world, Context http) {
    return text(http, "shop")
        .map(shop -> List.of(world.demonstration().shop(shop).handle()))
        .orElseGet(() -> world.demonstration().shops().stream().map(DemoShop::handle).toList());
  }

  /** The person asked for, who must be known in one of the shops. */
  static Optional<String> person(Behind world, List<String> shops, Context http) {
    Optional<String> person = text(http, "person");
    person.ifPresent(
        name -> {
          if (shops.stream()
              .noneMatch(s -> world.demonstration().people().find(s, name).isPresent())) {
            world.demonstration().people().require(shops.getFirst(), name);
          }
        });
    return person;
  }
}
