package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One message on a person's phone, by the person or by the official account. */
public record ChatLine(Instant at, boolean byPerson, JsonNode message) {}
