package dev.musubi.local.world.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Lets in only who addresses the world as loopback: a page from elsewhere, whose name may have been
 * made to lead here, neither reads the shoppers' data nor drives the world.
 */
final class Loopback {
  private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");

  private Loopback() {}

  /**
   * Checks where a request was addressed and which page made it.
   *
   * @throws Problem 403 with a sentence
   */
  static void require(Context http) {
    boolean here = host("http://" + Optional.ofNullable(http.header("host")).orElse(""));
    boolean own = Optional.ofNullable(http.header("origin")).map(Loopback::host).orElse(true);
    if (!here || !own) {
      throw new Problem(403, "The world answers on loopback only: open it as 127.0.0.1.");
    }
  }

  private static boolean host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost()).filter(NAMES::contains).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
