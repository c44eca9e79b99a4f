package dev.musubi.local.world.frontdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands calls on to an engine on this machine. */
final class Forwarder implements AutoCloseable {
  private static final List<String> PASSED =
      List.of("content-type", "x-amz-target", "x-amz-date", "authorization");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI engine;

  Forwarder(URI engine) {
    this.engine = engine;
  }

  AwsAnswer forward(AwsCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(engine).POST(HttpRequest.BodyPublishers.ofByteArray(call.raw()));
    PASSED.stream()
        .filter(call.headers()::containsKey)
        .forEach(name -> request.header(name, call.headers().get(name)));
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> headers = new LinkedHashMap<>();
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (name.equals("content-type") || name.startsWith("x-amz")) {
                  headers.put(name, values.getFirst());
                }
              });
      return new AwsAnswer(response.statusCode(), headers, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the world is being closed", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
