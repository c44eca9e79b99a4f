package dev.musubi.local.line;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Sends one signed POST and waits for the answer as long as LINE does. */
final class WebhookClient implements AutoCloseable {
  private final HttpClient client;
  private final Duration patience;

  WebhookClient(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** Why there was no 2xx, in the words of LINE's webhook test. */
  enum Reason {
    OK,
    ERROR_STATUS_CODE,
    REQUEST_TIMEOUT,
    COULD_NOT_CONNECT
  }

  /**
   * What came back.
   *
   * @param status 0 when there was no answer
   */
  record Reply(int status, Reason reason) {
    boolean accepted() {
      return reason == Reason.OK;
    }
  }

  CompletableFuture<Reply> post(URI address, String body, String secret) {
    return client
        .sendAsync(request(address, body, secret), BodyHandlers.discarding())
        .handle(
            (response, failure) ->
                response == null ? unanswered(failure) : answered(response.statusCode()));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static Reply answered(int status) {
    var accepted = status >= 200 && status < 300;
    return new Reply(status, accepted ? Reason.OK : Reason.ERROR_STATUS_CODE);
  }

  private static Reply unanswered(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    var late =
        cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
    return new Reply(0, late ? Reason.REQUEST_TIMEOUT : Reason.COULD_NOT_CONNECT);
  }

  private HttpRequest request(URI address, String body, String secret) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(address)
        .timeout(patience)
        .header("content-type", "application/json; charset=utf-8")
        .header("user-agent", "LineBotWebhook/2.0")
        .header("x-line-signature", Signature.of(secret, bytes))
        .POST(BodyPublishers.ofByteArray(bytes))
        .build();
  }
}
