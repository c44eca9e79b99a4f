package dev.musubi.local.stack;

/** An SNS topic. */
public record Topic(Named named) implements Resource {}
