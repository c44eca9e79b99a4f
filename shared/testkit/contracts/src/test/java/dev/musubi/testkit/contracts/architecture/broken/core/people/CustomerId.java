package dev.musubi.testkit.contracts.architecture.broken.core.people;

public record CustomerId(long number) {}
