package dev.musubi.shopify.events;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses that somebody else wrote: only what a phone may be led to is taken. */
final class Links {

  /** LINE opens no longer address. */
  private static final int LONGEST = 1_000;

  private Links() {}

  /** Nothing, unless it is an absolute https address of a host, at most 1,000 characters long. */
  static Optional<URI> https(String text) {
    try {
      return Optional.of(new URI(text.strip()))
          .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null)
          .filter(uri -> uri.getUserInfo() == null)
          .filter(uri -> uri.toASCIIString().length() <= LONGEST)
          .map(uri -> URI.create("https" + uri.toASCIIString().substring("https".length())));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
