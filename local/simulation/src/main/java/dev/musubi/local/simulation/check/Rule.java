package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import java.util.function.Consumer;

/** One promise, checked over all that happened and over the books at the end. */
interface Rule {

  void check(Timeline timeline, Books books, Consumer<Violation> broken);
}
