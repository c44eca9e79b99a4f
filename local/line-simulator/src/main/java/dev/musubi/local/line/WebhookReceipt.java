package dev.musubi.local.line;

import java.util.List;

/**
 * What became of one webhook POST.
 *
 * @param eventIds the {@code webhookEventId} of each event in it
 * @param attempts how often it was sent; 0 when the channel has no webhook
 * @param status the last HTTP status, 0 when there was no answer
 * @param accepted whether it was answered with 2xx in the end
 */
public record WebhookReceipt(
    String shop, List<String> eventIds, int attempts, int status, boolean accepted) {}
