package dev.musubi.local.world.frontdoor;

import dev.musubi.local.world.clock.Activity;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one address of all AWS services in the local world, where {@code AWS_ENDPOINT_URL} points. It
 * listens before there is anything to serve, because queue URLs contain its port.
 */
public final class FrontDoor implements AutoCloseable {
  private final AtomicReference<Optional<Reception>> reception =
      new AtomicReference<>(Optional.empty());
  private final Faults faults = new Faults();
  private final CallCounts counts = new CallCounts();
  private final Activity activity;
  private final Javalin server;

  private FrontDoor(int port, Activity activity) {
    this.activity = activity;
    this.server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.http.asyncTimeout = 0;
                  config.http.maxRequestSize = 32L << 20;
                  config.routes.post("/*", this::handle);
                  config.routes.get("/*", this::handle);
                  config.routes.put("/*", this::handle);
                  config.routes.delete("/*", this::handle);
                })
            .start("127.0.0.1", port);
  }

  /** Listens on loopback; port 0 is any free one. {@code activity} hears of functions' calls. */
  public static FrontDoor listen(int port, Activity activity) {
    return new FrontDoor(port, activity);
  }

  /** The address for {@code AWS_ENDPOINT_URL}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Serves these from now on; before, every call is answered 503. */
  public void serve(Services services) {
    reception.set(Optional.of(new Reception(services, faults, counts)));
  }

  /** The faults that functions run into. */
  public Faults faults() {
    return faults;
  }

  /** Who called what how often. */
  public CallCounts counts() {
    return counts;
  }

  private void handle(Context context) {
    Optional<Reception> open = reception.get();
    if (open.isEmpty()) {
      context.status(503);
      return;
    }
    Optional<Credential> credential =
        Credential.of(Optional.ofNullable(context.header("Authorization")));
    if (credential.isEmpty()) {
      answer(context, Reception.unsigned());
      return;
    }
    AwsCall call = call(context, credential.get());
    Outcome outcome = worked(open.get(), call);
    switch (outcome) {
      case Outcome.Answered answered -> answer(context, answered.answer());
      case Outcome.Silence _ -> context.future(CompletableFuture::new);
      case Outcome.Broken _ -> Connections.reset(context);
    }
  }

  private Outcome worked(Reception open, AwsCall call) {
    if (call.credential().accessKey().equals(Reception.WORLD)) {
      return open.receive(call);
    }
    try (Activity.Work _ =
        activity.begin(call.credential().accessKey() + " calls " + call.credential().service())) {
      return open.receive(call);
    }
  }

  private static AwsCall call(Context context, Credential credential) {
    Map<String, String> headers = new LinkedHashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    Map<String, String> query = new LinkedHashMap<>();
    context.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
    return new AwsCall(
        credential, context.method().name(), context.path(), query, headers, context.bodyAsBytes());
  }

  private static void answer(Context context, AwsAnswer answer) {
    answer.headers().forEach(context::header);
    context.status(answer.status()).result(answer.body());
  }

  @Override
  public void close() {
    server.stop();
  }
}
