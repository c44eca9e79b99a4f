package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What LINE took for one recipient.
 *
 * @param to the recipient's LINE user id
 * @param api {@code push}, {@code reply}, {@code multicast}, {@code narrowcast}, {@code broadcast}
 * @param retryKey the request's retry key, or an empty text
 * @param delivered false where LINE answers 200 and nothing arrives
 * @param messages the message objects as they were sent
 * @param requestId the answer's {@code x-line-request-id}
 */
public record TakenMessage(
    Instant at,
    String shop,
    String to,
    String api,
    String retryKey,
    boolean delivered,
    JsonNode messages,
    String requestId) {}
