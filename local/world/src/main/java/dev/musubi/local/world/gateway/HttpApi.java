package dev.musubi.local.world.gateway;

import dev.musubi.local.world.gateway.RouteTable.Match;
import dev.musubi.local.world.runtime.Invoker;
import dev.musubi.local.world.runtime.Lambda;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The HTTP API in front of the functions, with API Gateway's limits: 10 MB a request and Lambda's 6
 * MB (413), a throttle per route (429), 30 s an answer (503) besides a first start of the function.
 * Errors say no more than API Gateway's.
 */
public final class HttpApi implements AutoCloseable {
  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int MOST_EVENT_BYTES = 6 * 1024 * 1024;
  private static final Duration LIMIT = Lambda.LONGEST_START.plusSeconds(30);
  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.HEAD,
          HandlerType.OPTIONS);

  private final AtomicReference<Optional<Behind>> behind = new AtomicReference<>(Optional.empty());
  private final InstantSource clock;
  private final InstantSource system;
  private final AccessLog log;
  private final Duration limit;
  private final OpenAnswers answers = new OpenAnswers();
  private final Javalin server;

  /** What a request may come to. */
  private record Behind(RouteTable routes, Map<String, TokenBucket> throttles, Invoker invoker) {}

  /**
   * Listens on a free loopback port; until {@link #serve} there is nothing there.
   *
   * @param clock the world's, for the time in the events
   * @param system real time, for the throttles
   * @param accessLog the file to append a line per request to
   */
  public static HttpApi listen(InstantSource clock, InstantSource system, Path accessLog) {
    return new HttpApi(clock, system, accessLog, LIMIT);
  }

  HttpApi(InstantSource clock, InstantSource system, Path accessLog, Duration limit) {
    this.clock = clock;
    this.system = system;
    this.log = new AccessLog(accessLog);
    this.limit = limit;
    this.server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.startupWatcherEnabled = false;
                  METHODS.forEach(
                      method -> config.routes.addHttpHandler(method, "*", this::handle));
                })
            .start("127.0.0.1", 0);
  }

  /** Opens the routes: the functions need the address before they can be there. */
  public HttpApi serve(List<Route> routes, Invoker invoker) {
    Map<String, TokenBucket> throttles =
        routes.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Route::key,
                    route -> new TokenBucket(route.perSecond(), route.burst(), system)));
    behind.set(Optional.of(new Behind(new RouteTable(routes), throttles, invoker)));
    return this;
  }

  /** The API's address, without a path. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  private void handle(Context request) throws IOException {
    var id = UUID.randomUUID().toString();
    var begun = system.instant();
    var path =
        URLDecoder.decode(
            request.req().getRequestURI().replace("+", "%2B"), StandardCharsets.UTF_8);
    var found = behind.get().flatMap(b -> b.routes().find(request.method().name(), path));
    var route = found.map(match -> match.route().key()).orElse("-");
    var refused = refusal(found, request);
    if (refused.isPresent()) {
      write(request, refused.get());
      logged(begun, id, route, refused.get());
      return;
    }
    var body = request.req().getInputStream().readNBytes(MOST_BYTES + 1);
    var event = event(id, request, found.orElseThrow(), path, body);
    request.future(
        () ->
            answers
                .whileOpen(answer(found.orElseThrow().route(), event, body))
                .thenAccept(
                    answer -> {
                      write(request, answer);
                      logged(begun, id, route, answer);
                    }));
  }

  private Optional<HttpAnswer> refusal(Optional<Match> found, Context request) {
    if (found.isEmpty()) {
      return Optional.of(HttpAnswer.message(404, "Not Found"));
    }
    if (!behind.get().orElseThrow().throttles().get(found.get().route().key()).take()) {
      return Optional.of(HttpAnswer.message(429, "Too Many Requests"));
    }
    if (request.req().getContentLengthLong() <= MOST_BYTES) {
      return Optional.empty();
    }
    readAway(request);
    return Optional.of(tooLarge());
  }

  /** A caller that is still sending would see a broken connection in place of the answer. */
  private static void readAway(Context request) {
    try (InputStream body = request.req().getInputStream()) {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static HttpAnswer tooLarge() {
    return HttpAnswer.message(413, "Request Entity Too Large");
  }

  private byte[] event(String id, Context request, Match match, String path, byte[] body) {
    var query = Optional.ofNullable(request.req().getQueryString()).orElse("");
    return new HttpEvent(
            id, match, request.method().name(), path, query, headers(request), body, request.ip())
        .json(clock.instant());
  }

  private static Map<String, List<String>> headers(Context request) {
    var http = request.req();
    var headers =
        Collections.list(http.getHeaderNames()).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    name -> List.copyOf(Collections.list(http.getHeaders(name))),
                    (one, other) -> one,
                    TreeMap::new));
    headers.putIfAbsent("x-forwarded-for", List.of(request.ip()));
    headers.putIfAbsent("x-forwarded-port", List.of(Integer.toString(request.port())));
    headers.putIfAbsent("x-forwarded-proto", List.of(request.scheme()));
    return headers;
  }

  private CompletableFuture<HttpAnswer> answer(Route route, byte[] event, byte[] body) {
    if (body.length > MOST_BYTES || event.length > MOST_EVENT_BYTES) {
      return CompletableFuture.completedFuture(tooLarge());
    }
    return behind
        .get()
        .orElseThrow()
        .invoker()
        .invoke(route.function(), event)
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(HttpAnswer::of)
        .exceptionally(
            failure ->
                failure instanceof TimeoutException
                        || failure.getCause() instanceof TimeoutException
                    ? HttpAnswer.message(503, "Service Unavailable")
                    : HttpAnswer.failure());
  }

  private static void write(Context request, HttpAnswer answer) {
    request.status(answer.status());
    answer.headers().forEach(request::header);
    answer.cookies().forEach(cookie -> request.res().addHeader("Set-Cookie", cookie));
    request.result(answer.body());
  }

  private void logged(Instant begun, String id, String route, HttpAnswer answer) {
    log.add(clock.instant(), id, route, answer.status(), Duration.between(begun, system.instant()));
  }

  @Override
  public void close() {
    answers.close();
    server.stop();
    log.close();
  }
}
