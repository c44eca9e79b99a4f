package dev.musubi.local.world.runtime;

import dev.musubi.local.world.clock.Activity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Lambda on the local machine: runs every function from its built zip in processes of its own,
 * through AWS's own runtime client, and ends them with the world.
 */
public final class Lambda implements Invoker, AutoCloseable {
  /**
   * How long a process may take until it asks for work, after which it is ended. Longer than
   * Lambda's ten seconds: several may be starting on a small machine. Who waits for an answer
   * through the gateway waits as much longer.
   */
  public static final Duration LONGEST_START = Duration.ofSeconds(90);

  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Map<String, Zip> zips = new LinkedHashMap<>();
  private final Surroundings surroundings;
  private final Activity activity;
  private final InstantSource system;
  private final Launcher launcher;
  private final RuntimeApi api = new RuntimeApi();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("function time limits").daemon().factory());
  private final Thread atExit = new Thread(this::end, "end functions");
  private final AtomicReference<Onlooker> onlooker = new AtomicReference<>(Onlooker.NOBODY);

  /**
   * Copies the functions' zips, so that a build can't change them any more, and starts none yet.
   *
   * @param system real time, by which time limits are kept
   */
  public Lambda(
      List<FunctionSpec> functions,
      Surroundings surroundings,
      Activity activity,
      InstantSource system) {
    this.surroundings = surroundings;
    this.activity = activity;
    this.system = system;
    this.launcher =
        new Launcher(
            RuntimeClient.unpackedInto(surroundings.work().toAbsolutePath()), surroundings);
    for (var function : functions) {
      zips.put(function.name(), Zip.copy(function.zip(), launcher.taskRoot(function)));
      pools.put(function.name(), new Pool(function, owner -> start(function, owner)));
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private Environment start(FunctionSpec function, Environment.Owner owner) {
    zips.get(function.name()).unpackOnce();
    var id = UUID.randomUUID().toString();
    var environment =
        new Environment(function, surroundings.arn(function.name()), owner, system, timer);
    var address = api.register(id, environment);
    var process = launcher.start(function, address);
    process.onExit().thenRun(() -> api.forget(id));
    environment.runs(process);
    return environment;
  }

  @Override
  public CompletableFuture<InvocationResult> invoke(String name, byte[] payload) {
    var answer = new CompletableFuture<InvocationResult>();
    try {
      invoke(name, payload, answer::complete);
    } catch (IllegalArgumentException unknown) {
      answer.completeExceptionally(unknown);
    }
    return answer;
  }

  /** Invokes, and keeps the world busy until {@code then} has dealt with the result. */
  void invoke(String name, byte[] payload, Consumer<InvocationResult> then) {
    var pool = pool(name);
    var work = activity.begin("function " + name);
    var result = new CompletableFuture<InvocationResult>();
    var watching = onlooker.get();
    watching.begun(name, payload);
    result
        .thenAccept(
            ended -> {
              then.accept(ended);
              watching.ended(name, payload, ended);
            })
        .whenComplete((done, failure) -> work.close());
    pool.submit(new Invocation(UUID.randomUUID().toString(), payload, result));
  }

  /** From now on this one hears of every invocation, in place of who heard before. */
  public void watchedBy(Onlooker watching) {
    onlooker.set(watching);
  }

  /** The functions there are, in the order in which they were given. */
  public List<FunctionSpec> functions() {
    return pools.values().stream().map(Pool::function).toList();
  }

  FunctionSpec function(String name) {
    return pool(name).function();
  }

  /**
   * Kills all processes of a function at once, in the middle of whatever they do.
   *
   * @return their ids, none when nothing ran
   * @throws IllegalArgumentException if there is no such function
   */
  public List<Long> kill(String name) {
    return pool(name).kill();
  }

  /**
   * Starts a function that will be needed soon, if it does not run; completes when it is ready.
   *
   * @throws IllegalArgumentException if there is no such function
   */
  public CompletableFuture<Void> warm(String name) {
    return pool(name).warm();
  }

  /** What every function has done so far, in the order in which they were given. */
  public List<FunctionStats> stats() {
    return pools.values().stream().map(Pool::stats).toList();
  }

  private Pool pool(String name) {
    return Optional.ofNullable(pools.get(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no function '%s'; there are %s".formatted(name, pools.keySet())));
  }

  @Override
  public void close() {
    end();
    forgetExit();
    timer.shutdownNow();
    api.close();
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      // the process is ending: the hook does no harm
    }
  }

  private void end() {
    pools.values().forEach(Pool::close);
  }
}
