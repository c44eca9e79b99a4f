package dev.musubi.local.simulation.plan;

import java.time.Instant;

/** A daily run, and when somebody changes everything while its messages are on their way. */
record Drama(Instant run, Instant at) {}
