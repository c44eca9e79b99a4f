package dev.musubi.local.stack;

/** What identifies a resource: its logical id in the template, its physical name and its ARN. */
public record Named(String logicalId, String name, String arn) {

  /** Refuses blank identities. */
  public Named {
    if (logicalId.isBlank() || name.isBlank() || arn.isBlank()) {
      throw new IllegalArgumentException("'logicalId', 'name' and 'arn' must not be blank");
    }
  }
}
