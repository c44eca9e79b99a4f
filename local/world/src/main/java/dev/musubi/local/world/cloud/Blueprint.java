package dev.musubi.local.world.cloud;

import dev.musubi.local.stack.HttpApi.Throttle;
import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Queue;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.Triggers;
import dev.musubi.local.world.StartFailure;
import dev.musubi.local.world.gateway.Route;
import dev.musubi.local.world.mapping.SourceMapping;
import dev.musubi.local.world.runtime.FunctionSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the template describes, in the terms of the parts that bring it up. */
final class Blueprint {
  private static final Throttle ACCOUNT = new Throttle(Optional.of(10_000.0), Optional.of(5_000));

  private final Stack stack;
  private final Path root;

  Blueprint(Stack stack, Path root) {
    this.stack = stack;
    this.root = root;
  }

  /** The folder of a function: {@code line-webhook} for {@code LineWebhookFunction}. */
  static String folder(String logicalId) {
    return logicalId
        .replaceFirst("Function$", "")
        .replaceAll("(?<=.)([A-Z])", "-$1")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * The functions with their built zips.
   *
   * @throws StartFailure naming a zip that is not there
   */
  List<FunctionSpec> functions() {
    return stack.functions().stream().map(this::function).toList();
  }

  private FunctionSpec function(LambdaFunction function) {
    String name = folder(function.named().logicalId());
    Path zip = Path.of("functions", name, "target", "musubi-" + name + ".zip");
    if (!Files.isRegularFile(root.resolve(zip))) {
      throw new StartFailure("The function " + name + " is not built: run `make build` first.");
    }
    return new FunctionSpec(
        function.named().logicalId(),
        name,
        function.code().handler(),
        root.resolve(zip),
        function.limits().memoryMegabytes(),
        function.limits().timeout(),
        function.environment(),
        function.limits().reservedConcurrency().orElse(Integer.MAX_VALUE),
        function.triggers().async().onFailureArn().map(this::queue).map(q -> q.url().toString()));
  }

  List<Route> routes() {
    return stack.functions().stream()
        .flatMap(f -> f.triggers().routes().stream().map(route -> route(f, route)))
        .toList();
  }

  private Route route(LambdaFunction function, Triggers.Route route) {
    Optional<Throttle> byDefault = stack.api().flatMap(api -> api.defaultThrottle());
    Throttle throttle =
        stack.api().map(api -> api.routeThrottles()).orElse(Map.of()).entrySet().stream()
            .filter(entry -> entry.getKey().equals(route.key()))
            .map(Map.Entry::getValue)
            .findFirst()
            .or(() -> byDefault)
            .orElse(ACCOUNT);
    return new Route(
        route.method(),
        route.path(),
        folder(function.named().logicalId()),
        throttle.rate().orElseGet(() -> ACCOUNT.rate().orElseThrow()),
        throttle.burst().orElseGet(() -> ACCOUNT.burst().orElseThrow()));
  }

  List<SourceMapping> mappings() {
    return stack.functions().stream()
        .flatMap(f -> f.triggers().queues().stream().map(source -> mapping(f, source)))
        .toList();
  }

  private SourceMapping mapping(LambdaFunction function, Triggers.QueueSource source) {
    Queue queue = queue(source.queueArn());
    return new SourceMapping(
        queue.url().toString(),
        source.queueArn(),
        queue.times().visibility(),
        folder(function.named().logicalId()),
        source.batchSize(),
        source.window(),
        source.maximumConcurrency().orElse(Integer.MAX_VALUE),
        source.reportsBatchItemFailures());
  }

  private Queue queue(String arn) {
    return stack
        .queueByArn(arn)
        .orElseThrow(() -> new StartFailure("The template has no queue " + arn + ": mend it."));
  }
}
