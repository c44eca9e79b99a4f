package dev.musubi.local.stack;

import java.util.List;

/** A queue's or topic's own policy; {@code targets} are the queue URLs or topic ARNs it is on. */
public record ResourcePolicy(Named named, List<String> targets, Statements statements)
    implements Resource {

  /** Refuses a policy on nothing. */
  public ResourcePolicy {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("'targets' must not be empty");
    }
  }
}
