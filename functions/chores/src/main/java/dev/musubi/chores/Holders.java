package dev.musubi.chores;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.PersonStore;
import dev.musubi.core.shop.ShopId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that holds persons: the links, and all the other stores. */
record Holders(Links links, List<PersonStore> others) {

  Holders {
    others = List.copyOf(others);
  }

  /** The links come last. */
  List<PersonStore> all() {
    List<PersonStore> all = new ArrayList<>(others);
    all.add(new PersonStore("links", links));
    return all;
  }

  /** Under which number everything of the customer is held now. */
  CustomerId standing(ShopId shop, CustomerId customer) {
    return links.know(shop, List.of(customer)).get(customer).fate().standing(customer);
  }

  Optional<Link> link(ShopId shop, CustomerId customer) {
    return Optional.ofNullable(links.find(shop, List.of(customer)).get(customer));
  }
}
