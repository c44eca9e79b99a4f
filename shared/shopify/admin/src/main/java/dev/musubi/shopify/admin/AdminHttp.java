package dev.musubi.shopify.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * POST requests with a limit of 10 s. The connection is made at the first one, never while a
 * function starts: it would be in the snapshot.
 */
final class AdminHttp {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration REQUEST = Duration.ofSeconds(10);

  private final ReentrantLock lock = new ReentrantLock();
  private Optional<HttpClient> client = Optional.empty();

  /** Throws {@link UncheckedIOException} that names no address. */
  HttpResponse<String> post(URI to, SortedMap<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to).timeout(REQUEST).POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("Shopify did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while Shopify was asked", e));
    }
  }

  private HttpClient client() {
    lock.lock();
    try {
      HttpClient made =
          client.orElseGet(
              () ->
                  HttpClient.newBuilder()
                      .version(HttpClient.Version.HTTP_1_1)
                      .connectTimeout(CONNECT)
                      .build());
      client = Optional.of(made);
      return made;
    } finally {
      lock.unlock();
    }
  }
}
