package dev.musubi.shopify.events;

/** A webhook that does not say what its topic promises; the message names a field, no value. */
public final class MalformedWebhook extends RuntimeException {

  private static final long serialVersionUID = 1;

  MalformedWebhook(String message) {
    super(message);
  }
}
