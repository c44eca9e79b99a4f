package dev.musubi.local.line;

import java.time.Instant;

/**
 * One attempt at a webhook POST.
 *
 * @param signature the {@code x-line-signature} that it carried
 * @param status the HTTP status, 0 when there was no answer in time
 */
public record SentWebhook(Instant at, String shop, String body, String signature, int status) {}
