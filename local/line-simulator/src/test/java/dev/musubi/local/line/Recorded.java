package dev.musubi.local.line;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Hands the tests' traffic to the check against LINE's own descriptions. */
final class Recorded {
  private Recorded() {}

  static void keep(HttpRequest request, HttpResponse<byte[]> response) {
    OpenApiCheck.fromEnvironment().ifPresent(check -> check.check(Exchange.of(request, response)));
  }
}
