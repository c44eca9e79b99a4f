package dev.musubi.local.world.runtime;

import dev.musubi.local.world.runtime.Invocation.Delivery;
import dev.musubi.local.world.runtime.InvocationResult.Answered;
import dev.musubi.local.world.runtime.InvocationResult.Failed;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Lambda's <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 * on loopback for all environments of the world, each of which has a path of its own. One that was
 * told to be of the initialization type {@code snap-start} is restored as soon as it asks to be.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String VERSION = "/environments/{environment}/2018-06-01/runtime";
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

  private final Map<String, Environment> environments = new ConcurrentHashMap<>();
  private final Javalin server;

  RuntimeApi() {
    server =
        Javalin.start(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              config.http.maxRequestSize = Long.MAX_VALUE;
              config.routes.get(VERSION + "/invocation/next", this::next);
              config.routes.post(VERSION + "/invocation/{request}/response", this::response);
              config.routes.post(VERSION + "/invocation/{request}/error", this::error);
              config.routes.post(VERSION + "/init/error", this::initError);
              config.routes.get(VERSION + "/restore/next", request -> request.status(200));
              config.jetty.addConnector(
                  (jetty, http) -> {
                    var connector = new ServerConnector(jetty);
                    connector.setHost("127.0.0.1");
                    connector.setPort(0);
                    connector.setIdleTimeout(0);
                    return connector;
                  });
            });
  }

  /** The address under which {@code environment} finds the API: what its variable must say. */
  String register(String id, Environment environment) {
    environments.put(id, environment);
    return "127.0.0.1:%d/environments/%s".formatted(server.port(), id);
  }

  void forget(String id) {
    environments.remove(id);
  }

  private void next(Context request) {
    environment(request)
        .ifPresent(
            environment ->
                request.future(
                    () -> environment.next().thenAccept(delivery -> write(request, delivery))));
  }

  /** Every header is needed: the client's native part does not survive one that is missing. */
  private static void write(Context request, Delivery delivery) {
    var id = delivery.invocation().requestId();
    var trace = HexFormat.of().toHexDigits(id.hashCode());
    request
        .header("Lambda-Runtime-Aws-Request-Id", id)
        .header("Lambda-Runtime-Deadline-Ms", Long.toString(delivery.deadline().toEpochMilli()))
        .header("Lambda-Runtime-Invoked-Function-Arn", delivery.functionArn())
        .header("Lambda-Runtime-Trace-Id", "Root=1-%s-%s;Sampled=0".formatted(trace, id))
        .contentType("application/json")
        .result(delivery.invocation().payload());
  }

  private void response(Context request) {
    answer(request, new Answered(request.bodyAsBytes()));
  }

  private void error(Context request) {
    answer(request, failure(request));
  }

  private void initError(Context request) {
    environment(request).ifPresent(environment -> environment.initFailed(failure(request)));
    request.status(HttpStatus.ACCEPTED);
  }

  private static Failed failure(Context request) {
    var type = Optional.ofNullable(request.header(ERROR_TYPE)).orElse("Unhandled");
    return new Failed(type, request.bodyAsBytes());
  }

  private void answer(Context request, InvocationResult result) {
    var known =
        environment(request)
            .filter(environment -> environment.answer(request.pathParam("request"), result));
    request.status(known.isPresent() ? HttpStatus.ACCEPTED : HttpStatus.BAD_REQUEST);
  }

  private Optional<Environment> environment(Context request) {
    var found = Optional.ofNullable(environments.get(request.pathParam("environment")));
    if (found.isEmpty()) {
      request.status(HttpStatus.FORBIDDEN);
    }
    return found;
  }

  @Override
  public void close() {
    server.stop();
  }
}
