package dev.musubi.testkit.contracts.architecture.broken.push;

import jakarta.inject.Singleton;

/** Is neither the function nor its wiring. */
@Singleton
public record Injected() {}
