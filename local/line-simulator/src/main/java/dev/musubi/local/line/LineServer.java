package dev.musubi.local.line;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.List;

/** The simulator's HTTP server on a free port of the loopback address. */
final class LineServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final long MOST_BYTES = 2_000_000;
  private static final String REQUEST_ID = "x-line-request-id";

  private final RandomIds ids;
  private final Javalin server;

  LineServer(
      RandomIds ids, Gate gate, List<Endpoint> endpoints, List<OpenRoute> open, Pages pages) {
    this.ids = ids;
    this.server =
        Javalin.create(
                config -> {
                  configure(config);
                  pages.serveOn(config);
                  endpoints.forEach(
                      one ->
                          config.routes.addHttpHandler(one.method(), one.path(), api(gate, one)));
                  open.forEach(
                      one ->
                          config.routes.addHttpHandler(
                              one.method(),
                              one.path(),
                              http -> gate.serveOpen(one, identified(http))));
                  config.routes.exception(HttpResponseException.class, this::refuse);
                  config.routes.error(404, this::notFound);
                })
            .start(HOST, 0);
  }

  /** The pages that people see. */
  @FunctionalInterface
  interface Pages {
    void serveOn(JavalinConfig config);
  }

  URI base() {
    return URI.create("http://" + HOST + ":" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = MOST_BYTES;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  private Handler api(Gate gate, Endpoint endpoint) {
    return http -> gate.serve(endpoint, http, requestId(http));
  }

  private Context identified(Context http) {
    requestId(http);
    return http;
  }

  private String requestId(Context http) {
    var id = ids.requestId();
    http.header(REQUEST_ID, id);
    return id;
  }

  private void refuse(HttpResponseException refusal, Context http) {
    var message = refusal.getStatus() == 404 ? "Not found" : refusal.getMessage();
    Answer.error(refusal.getStatus(), message).writeTo(identified(http));
  }

  private void notFound(Context http) {
    if (http.res().getHeader(REQUEST_ID) == null) {
      Answer.error(404, "Not found").writeTo(identified(http));
    }
  }
}
