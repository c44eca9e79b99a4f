package dev.musubi.local.simulation.check;

import java.time.Instant;

/** A promise that was broken: which, when, and how. */
public record Violation(String rule, Instant at, String what) {}
