package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a message is about, as a reference; the occurrence tells two rightful sends about it apart.
 */
public sealed interface Subject {

  Kind kind();

  String occurrence();

  /** What was viewed on the shop-local day before the run of that date. */
  record Viewed(LocalDate run) implements Subject {
    public Viewed {
      Objects.requireNonNull(run, "'run' must not be null");
    }

    @Override
    public Kind kind() {
      return Kind.BROWSE;
    }

    public LocalDate day() {
      return run.minusDays(1);
    }

    @Override
    public String occurrence() {
      return run.toString();
    }
  }
}
