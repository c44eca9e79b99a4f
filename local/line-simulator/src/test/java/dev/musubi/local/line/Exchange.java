package dev.musubi.local.line;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;

/** A call and its answer, as text. */
record Exchange(
    String method,
    URI uri,
    String type,
    String body,
    int status,
    String answerType,
    String answer) {

  static Exchange of(HttpRequest request, HttpResponse<byte[]> response) {
    return new Exchange(
        request.method(),
        request.uri(),
        request.headers().firstValue("content-type").orElse(""),
        request.bodyPublisher().map(Exchange::text).orElse(""),
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(""),
        new String(response.body(), StandardCharsets.UTF_8));
  }

  private static String text(HttpRequest.BodyPublisher body) {
    var collected = BodySubscribers.ofString(StandardCharsets.UTF_8);
    body.subscribe(
        new Flow.Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            collected.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer part) {
            collected.onNext(List.of(part));
          }

          @Override
          public void onError(Throwable failure) {
            collected.onError(failure);
          }

          @Override
          public void onComplete() {
            collected.onComplete();
          }
        });
    return collected.getBody().toCompletableFuture().join();
  }
}
