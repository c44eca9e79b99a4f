package dev.musubi.line.api;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.client.MessagingApiBlobClient;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls LINE with LINE Bot SDK on behalf of a shop: at most five seconds a call, and a new token,
 * once, when LINE refuses the one it got.
 */
public final class LineCalls {

  private final LineSdk sdk;
  private final StatelessTokens tokens;
  private final Duration timeout;
  private final Patience patience;

  public LineCalls(LineHosts hosts, StatelessTokens tokens) {
    this(hosts, tokens, Duration.ofSeconds(5));
  }

  LineCalls(LineHosts hosts, StatelessTokens tokens, Duration timeout) {
    this.sdk = new LineSdk(hosts, timeout);
    this.tokens = tokens;
    this.timeout = timeout;
    this.patience = new Patience(timeout, System::nanoTime);
  }

  <T> LineAnswer<T> call(
      ShopId shop, Function<MessagingApiClient, CompletableFuture<Result<T>>> request) {
    return authorized(shop, token -> await(sdk.call(token, request), timeout));
  }

  /** The same for what may be asked again: given up sooner if that would hold up other shops. */
  <T> LineAnswer<T> callRepeatable(
      ShopId shop, Function<MessagingApiClient, CompletableFuture<Result<T>>> request) {
    return authorized(shop, token -> awaitUsual(shop, sdk.call(token, request)));
  }

  /** The same for the few calls that carry pictures. */
  <T> LineAnswer<T> callData(
      ShopId shop, Function<MessagingApiBlobClient, CompletableFuture<Result<T>>> request) {
    return authorized(shop, token -> await(sdk.callData(token, request), timeout));
  }

  private interface Request<T> {
    LineAnswer<T> send(Secret token);
  }

  private <T> LineAnswer<T> authorized(ShopId shop, Request<T> request) {
    return switch (tokens.of(shop)) {
      case TokenGrant.Denied denied -> new LineAnswer.NoToken<>();
      case TokenGrant.Unanswered(String cause) -> new LineAnswer.Unclear<>(cause);
      case TokenGrant.Granted(Secret token) -> {
        LineAnswer<T> answer = request.send(token);
        if (!unauthorized(answer)) {
          yield answer;
        }
        tokens.drop(shop, token);
        yield renewed(shop, request);
      }
    };
  }

  private <T> LineAnswer<T> renewed(ShopId shop, Request<T> request) {
    return switch (tokens.of(shop)) {
      case TokenGrant.Denied denied -> new LineAnswer.NoToken<>();
      case TokenGrant.Unanswered(String cause) -> new LineAnswer.Unclear<>(cause);
      case TokenGrant.Granted(Secret token) -> {
        LineAnswer<T> answer = request.send(token);
        yield unauthorized(answer) ? new LineAnswer.NoToken<>() : answer;
      }
    };
  }

  private static boolean unauthorized(LineAnswer<?> answer) {
    return answer instanceof LineAnswer.Status<?> status && status.code() == 401;
  }

  private <T> LineAnswer<T> awaitUsual(ShopId shop, CompletableFuture<Result<T>> future) {
    Duration longest = patience.with(shop);
    long begun = System.nanoTime();
    LineAnswer<T> answer = await(future, longest);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (took.compareTo(longest) < 0) {
      patience.answered(shop, took);
    } else {
      patience.inVain(shop, longest);
    }
    return answer;
  }

  private static <T> LineAnswer<T> await(CompletableFuture<Result<T>> future, Duration longest) {
    try {
      return new LineAnswer.Ok<>(future.get(longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      future.cancel(true);
      return new LineAnswer.Unclear<>("timeout");
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return new LineAnswer.Unclear<>("interrupted");
    } catch (ExecutionException e) {
      // Only the type: an exception's text may name the URL, and that the user.
      return e.getCause() instanceof AbstractLineClientException status
          ? new LineAnswer.Status<>(status.getCode(), reason(status), accepted(status))
          : new LineAnswer.Unclear<>(e.getCause().getClass().getSimpleName());
    }
  }

  private static String reason(AbstractLineClientException status) {
    if (!(status instanceof MessagingApiClientException refusal)) {
      return "";
    }
    Stream<String> details =
        Stream.ofNullable(refusal.getDetails())
            .flatMap(list -> list.stream())
            .map(detail -> detail.property() + ": " + detail.message());
    return Stream.concat(Stream.ofNullable(refusal.getError()), details)
        .collect(Collectors.joining("; "));
  }

  private static Optional<String> accepted(AbstractLineClientException status) {
    return Optional.ofNullable(status.getHeader("x-line-accepted-request-id"));
  }
}
