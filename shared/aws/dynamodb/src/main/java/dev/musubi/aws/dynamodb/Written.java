package dev.musubi.aws.dynamodb;

import java.util.Optional;

/** What became of a conditional write; the loser learns what stands there without another read. */
sealed interface Written {

  record Done() implements Written {}

  record Lost(Optional<Item> standing) implements Written {}

  default boolean done() {
    return this instanceof Done;
  }
}
