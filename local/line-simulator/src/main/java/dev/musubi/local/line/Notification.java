package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A notification message that LINE has accepted.
 *
 * @param receipt what the {@code delivery} webhook will carry: the delivery tag, or the hash
 * @param shown the message objects that the phone shows
 */
record Notification(TakenMessage taken, String receipt, JsonNode shown) {}
