package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.util.Optional;

/** What the operators of a shop read about persons, through the product's own function. */
final class RightsDesk {
  private final Behind world;

  RightsDesk(Behind world) {
    this.world = world;
  }

  /** A person's exports, or the numbers of the customers who have any. */
  JsonNode exports(Context http) {
    return asked(
        http, "export", Filters.text(http, "person").isPresent() ? "exports" : "customers");
  }

  /** The proofs of erasures, of a person or of the whole shop. */
  JsonNode erasures(Context http) {
    return asked(http, "erasures", "erasures");
  }

  private JsonNode asked(Context http, String operation, String answer) {
    String shop =
        Filters.text(http, "shop").orElseThrow(() -> Problem.bad("'shop' must be given."));
    String handle = world.demonstration().shop(shop).handle();
    Optional<Long> customer =
        Filters.text(http, "person")
            .map(name -> world.demonstration().people().require(handle, name))
            .map(PersonEntry::customerId);
    return world.demonstration().functions().rights(handle, operation, customer).path(answer);
  }
}
