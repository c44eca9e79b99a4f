package dev.musubi.local.world.runtime;

import dev.musubi.local.clock.OffsetClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Starts the process of an environment: the world's own Java, Lambda's runtime client and the
 * unpacked zip, at a low priority, with the variables that Lambda sets and none of the world's but
 * {@code PATH}.
 */
final class Launcher {
  /** Functions register with org.crac, and the runtime client asks a registry of its own. */
  private static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

  private static final int MOST_HEAP_MB = 128;
  private static final Path NICE = Path.of("/usr/bin/nice");

  private final RuntimeClient client;
  private final Surroundings surroundings;
  private final String java;

  Launcher(RuntimeClient client, Surroundings surroundings) {
    this.client = client;
    this.surroundings = surroundings;
    this.java = ProcessHandle.current().info().command().orElse("java");
  }

  Path taskRoot(FunctionSpec function) {
    return surroundings.work().resolve(function.name()).toAbsolutePath();
  }

  Process start(FunctionSpec function, String runtimeApi) {
    var log = surroundings.logs().resolve(function.name() + ".log");
    var builder =
        new ProcessBuilder(command(function))
            .directory(taskRoot(function).toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    var environment = builder.environment();
    var path = Optional.ofNullable(environment.get("PATH"));
    environment.clear();
    path.ifPresent(found -> environment.put("PATH", found));
    environment.putAll(variables(function, runtimeApi));
    try {
      Files.createDirectories(surroundings.logs());
      return builder.start();
    } catch (IOException cause) {
      throw new UncheckedIOException("Cannot start the function " + function.name(), cause);
    }
  }

  private List<String> command(FunctionSpec function) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", "5"));
    }
    command.add(java);
    command.addAll(
        List.of(
            "-Xmx" + Math.min(MOST_HEAP_MB, function.memoryMb()) + "m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            HOOKS,
            "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                + client.library()));
    command.addAll(List.of("-cp", client.joined(), RuntimeClient.MAIN, function.handler()));
    return command;
  }

  /** The function's own variables, and Lambda's, which it cannot set. */
  private Map<String, String> variables(FunctionSpec function, String runtimeApi) {
    var variables = new TreeMap<>(function.environment());
    variables.put("AWS_ACCESS_KEY_ID", function.logicalId());
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("AWS_REGION", surroundings.region());
    variables.put("AWS_DEFAULT_REGION", surroundings.region());
    variables.put("AWS_ENDPOINT_URL", surroundings.endpoint().toString());
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.putIfAbsent("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("LAMBDA_TASK_ROOT", taskRoot(function).toString());
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("_HANDLER", function.handler());
    variables.put(OffsetClock.VARIABLE, surroundings.clockFile().toAbsolutePath().toString());
    return variables;
  }
}
