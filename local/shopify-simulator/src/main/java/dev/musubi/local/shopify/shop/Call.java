package dev.musubi.local.shopify.shop;

import java.time.Instant;
import java.util.Map;

/**
 * An Admin GraphQL operation that was received with a live token: the name of its root field, its
 * variables, and what was made of it: {@code executed}, {@code throttled} or the name of the fault.
 */
public record Call(Instant at, String operation, Map<String, Object> variables, String answer) {}
