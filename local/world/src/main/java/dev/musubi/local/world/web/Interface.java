package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.UnknownName;
import dev.musubi.local.world.StartFailure;
import dev.musubi.local.world.acts.Acts;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.clock.StillBusy;
import dev.musubi.local.world.clock.Walk;
import dev.musubi.local.world.clock.WorldClock;
import dev.musubi.local.world.cloud.Cloud;
import dev.musubi.local.world.demo.Demonstration;
import dev.musubi.local.world.page.Narrator;
import dev.musubi.local.world.page.PageFiles;
import dev.musubi.local.world.page.Stream;
import dev.musubi.local.world.platforms.Platforms;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page and the interface by which programs drive the world, on loopback only. It listens before
 * the world is there, so that a port in use is told at once, and answers 503 until then.
 */
public final class Interface implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Interface.class);
  private static final String HOST = "127.0.0.1";
  private static final String IDLE = "/local/idle";
  private static final String RESET = "/local/reset";
  private static final long MOST_BYTES = 1_000_000;

  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private final AtomicReference<Optional<Behind>> world = new AtomicReference<>(Optional.empty());
  private final ReadWriteLock anewOrNot = new ReentrantReadWriteLock();
  private final Javalin server;

  /** The parts of a running world. */
  public record Behind(
      Cloud cloud,
      Platforms platforms,
      Demonstration demonstration,
      Walk walk,
      Busy busy,
      WorldClock clock,
      Thoughts thoughts) {}

  /** What the page is told while it looks on. */
  public record Thoughts(Narrator narrator, Stream stream) {}

  /** One call of the interface: from the request to what is written as JSON. */
  @FunctionalInterface
  private interface Call {
    Object answer(Behind world, Context http) throws Exception;
  }

  /** Answers a request by itself. */
  @FunctionalInterface
  private interface Doing {
    void on(Behind world) throws Exception;
  }

  private Interface(int port) {
    requireFree(port);
    server = Javalin.create(this::configure).start(HOST, port);
  }

  private static void requireFree(int port) {
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(HOST, port));
    } catch (IOException e) {
      throw new StartFailure(
          "Port %d is in use: end what uses it, or set MUSUBI_PORT to another port (0 for any)."
              .formatted(port),
          e);
    }
  }

  /**
   * Listens on loopback; port 0 is any free one.
   *
   * @throws StartFailure if the port is in use
   */
  public static Interface listen(int port) {
    return new Interface(port);
  }

  /** Answers for this world from now on. */
  public void serve(Behind behind) {
    world.set(Optional.of(behind));
  }

  /** The page's address. */
  public URI address() {
    return URI.create("http://" + HOST + ":" + server.port());
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = MOST_BYTES;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.before(Loopback::require);
    new PageFiles().on(config);
    looks(config);
    drives(config);
    config.routes.exception(Problem.class, (e, http) -> fail(http, e.status(), e.getMessage()));
    config.routes.exception(UnknownName.class, (e, http) -> fail(http, Problem.of(e)));
    config.routes.exception(ActRefused.class, (e, http) -> fail(http, 409, sentence(e)));
    config.routes.exception(StillBusy.class, (e, http) -> fail(http, 408, sentence(e)));
    config.routes.exception(
        IllegalArgumentException.class, (e, http) -> fail(http, 400, sentence(e)));
    config.routes.exception(
        HttpResponseException.class, (e, http) -> fail(http, e.getStatus(), sentence(e)));
    config.routes.exception(Exception.class, this::failed);
  }

  private void looks(JavalinConfig config) {
    on(config, HandlerType.GET, "/healthz", (w, http) -> Map.of("ready", true));
    on(config, HandlerType.GET, "/local/world", (w, http) -> new WorldView(w).answer());
    on(config, HandlerType.GET, IDLE, (w, http) -> new Time(w).idle(http));
    on(config, HandlerType.GET, "/local/messages", (w, http) -> new Messages(w).answer(http));
    on(config, HandlerType.GET, "/local/phone", (w, http) -> new Phone(w).answer(http));
    on(config, HandlerType.GET, "/local/outcomes", (w, http) -> new Outcomes(w).answer(http));
    on(config, HandlerType.GET, "/local/restock", (w, http) -> new Lines(w).answer(http));
    on(config, HandlerType.GET, "/local/shop-calls", (w, http) -> new ShopCalls(w).answer(http));
    on(config, HandlerType.GET, "/local/settings", (w, http) -> new SettingsDesk(w).read(http));
    on(config, HandlerType.GET, "/local/exports", (w, http) -> new RightsDesk(w).exports(http));
    on(config, HandlerType.GET, "/local/counts", (w, http) -> new CountsDesk(w).answer(http));
    on(config, HandlerType.GET, "/local/erasures", (w, http) -> new RightsDesk(w).erasures(http));
    on(config, HandlerType.GET, "/local/shopify", (w, http) -> new ShopifyDesk(w).read(http));
    on(config, HandlerType.GET, "/local/limits", (w, http) -> new Limits(w).answer(http));
    on(config, HandlerType.GET, "/local/acts", (w, http) -> Map.of("acts", Acts.known()));
    config.routes.get("/local/phone/menu", http -> started(http, w -> new Phone(w).menu(http)));
    config.routes.get("/local/stream", http -> started(http, w -> w.thoughts().stream().to(http)));
    on(config, HandlerType.GET, "/local/calls", (w, http) -> new Calls(w).answer());
  }

  private void drives(JavalinConfig config) {
    on(config, HandlerType.POST, "/local/people", (w, http) -> new Crowd(w).make(body(http)));
    on(config, HandlerType.POST, "/local/acts", (w, http) -> new ActDesk(w).act(body(http)));
    on(config, HandlerType.POST, "/local/clock", (w, http) -> new Time(w).walk(body(http)));
    on(config, HandlerType.POST, "/local/settings", (w, http) -> new SettingsDesk(w).write(http));
    on(
        config,
        HandlerType.POST,
        "/local/wording",
        (w, http) -> new WordingDesk(w).answer(body(http)));
    on(config, HandlerType.POST, "/local/faults", (w, http) -> new FaultDesk(w).set(body(http)));
    on(config, HandlerType.POST, "/local/shopify", (w, h) -> new ShopifyDesk(w).set(body(h)));
    on(
        config,
        HandlerType.POST,
        "/local/functions/{name}/kill",
        (w, http) -> new Kill(w).answer(http));
    on(config, HandlerType.POST, "/local/redeliver", (w, http) -> new Redeliver(w).all());
    on(config, HandlerType.POST, "/local/calls", (w, http) -> new Calls(w).reset(body(http)));
    on(config, HandlerType.POST, RESET, (w, http) -> new Time(w).reset());
  }

  private void on(JavalinConfig config, HandlerType method, String path, Call call) {
    Handler handler = http -> started(http, w -> write(http, 200, answer(call, w, http)));
    config.routes.addHttpHandler(method, path, handler);
  }

  /** What can be done only once the world is there. */
  private void started(Context http, Doing doing) throws Exception {
    Optional<Behind> behind = world.get();
    if (behind.isEmpty()) {
      fail(http, 503, "The world is still starting.");
      return;
    }
    doing.on(behind.get());
  }

  /** Whoever looks waits while the world goes back to its first state, so that nobody sees half. */
  private Object answer(Call call, Behind behind, Context http) throws Exception {
    boolean looks = http.method() == HandlerType.GET && !http.path().equals(IDLE);
    boolean anew = http.path().equals(RESET);
    if (!looks && !anew) {
      return call.answer(behind, http);
    }
    Lock lock = anew ? anewOrNot.writeLock() : anewOrNot.readLock();
    lock.lock();
    try {
      return call.answer(behind, http);
    } finally {
      lock.unlock();
    }
  }

  private static Body body(Context http) {
    return Body.read(http.bodyAsBytes());
  }

  private void write(Context http, int status, Object answer) throws Exception {
    http.status(status)
        .contentType("application/json; charset=utf-8")
        .header("cache-control", "no-store")
        .result(json.writeValueAsBytes(answer));
  }

  private void failed(Exception e, Context http) {
    LOG.error("{} {} failed", http.method(), http.path(), e);
    fail(http, 500, "The world could not do that; its log says why.");
  }

  private void fail(Context http, Problem problem) {
    fail(http, problem.status(), problem.getMessage());
  }

  private void fail(Context http, int status, String sentence) {
    try {
      write(http, status, Map.of("error", sentence));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sentence(Exception e) {
    String text = Optional.ofNullable(e.getMessage()).filter(m -> !m.isBlank()).orElse("refused");
    return text.endsWith(".") ? text : text + ".";
  }

  @Override
  public void close() {
    server.stop();
  }
}
