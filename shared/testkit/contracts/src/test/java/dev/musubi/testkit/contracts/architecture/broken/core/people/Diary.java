package dev.musubi.testkit.contracts.architecture.broken.core.people;

import java.util.List;

/** Holds persons, gives them no rights, and has no contract. */
public interface Diary {

  List<Entry> entries();

  record Entry(CustomerId who) {}
}
