package dev.musubi.local.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A world in a process of its own and at a low priority, as {@code make demo} starts it. */
final class Apart implements AutoCloseable {
  private static final String READY = "Musubi is ready: ";
  private static final List<String> WORLD =
      List.of(
          "-Xmx1g",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-cp",
          System.getProperty("java.class.path"),
          "dev.musubi.local.world.Demo");

  private final Process process;
  private final URI address;

  private Apart(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static Apart start(Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "5"));
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(WORLD);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      return new Apart(process, URI.create(ready(process).substring(READY.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ready(Process process) throws IOException {
    BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      if (line.startsWith(READY)) {
        return line;
      }
    }
    throw new IOException("the world ended before it was ready");
  }

  URI address() {
    return address;
  }

  long id() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
