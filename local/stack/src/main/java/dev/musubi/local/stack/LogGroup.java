package dev.musubi.local.stack;

import java.util.OptionalInt;

/** A CloudWatch log group; {@code retentionDays} is empty when logs are kept for ever. */
public record LogGroup(Named named, OptionalInt retentionDays) implements Resource {}
