package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What LINE took for one recipient.
 *
 * @param to the recipient's LINE user id
 * @param api {@code push}, {@code reply}, {@code multicast}, {@code narrowcast}, {@code broadcast},
 *     {@code pnp} or {@code pnp/templated}
 * @param retryKey the request's retry key, or an empty text
 * @param deliveryTag the delivery tag of a notification message, or an empty text
 * @param delivered false where LINE answers 200 and nothing arrives, or nothing has arrived yet
 * @param messages the message objects as they were sent; of the template form, its one body
 * @param requestId the answer's {@code x-line-request-id}
 */
public record TakenMessage(
    Instant at,
    String shop,
    String to,
    String api,
    String retryKey,
    String deliveryTag,
    boolean delivered,
    JsonNode messages,
    String requestId) {

  TakenMessage delivered(boolean now) {
    return new TakenMessage(at, shop, to, api, retryKey, deliveryTag, now, messages, requestId);
  }
}
