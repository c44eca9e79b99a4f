package dev.musubi.core.sending;

import java.time.Instant;

/** One rule about whether an intent may be sent now. */
@FunctionalInterface
public interface Policy {

  Verdict judge(SendIntent intent, Dossier dossier, Instant now);
}
