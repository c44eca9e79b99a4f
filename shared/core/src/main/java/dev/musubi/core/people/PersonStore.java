package dev.musubi.core.people;

import java.util.Objects;

/** A store that holds persons, with the name under which proofs and exports speak of it. */
public record PersonStore(String name, PersonalData data) {

  public PersonStore {
    Objects.requireNonNull(name, "'name' must not be null");
    Objects.requireNonNull(data, "'data' must not be null");
  }
}
