package dev.musubi.local.world.runtime;

import dev.musubi.local.clock.OffsetClock;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AWS's own <a href="https://github.com/aws/aws-lambda-java-libs">runtime interface client</a> as
 * it lies on the world's class path: its jars, with the world's clock, and its native library.
 *
 * @param classPath the jars of a function's process, in order, without the function
 * @param library the native part, unpacked for this world: the client's own place in {@code /tmp}
 *     would be written by several processes at once
 */
record RuntimeClient(List<Path> classPath, Path library) {
  static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final List<String> CLASSES =
      List.of(
          MAIN,
          "com.amazonaws.services.lambda.runtime.Context",
          "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal",
          OffsetClock.class.getName());

  RuntimeClient {
    classPath = List.copyOf(classPath);
  }

  /** Finds the client and unpacks its library into {@code folder}. */
  static RuntimeClient unpackedInto(Path folder) {
    var classPath = CLASSES.stream().map(RuntimeClient::jarOf).distinct().toList();
    var library = folder.resolve("runtime-client.so");
    var name = "/jni/libaws-lambda-jni." + platform() + ".so";
    try (var content = load(MAIN).getResourceAsStream(name)) {
      if (content == null) {
        throw new IllegalStateException(
            "Lambda's runtime client has no native library for " + platform());
      }
      Files.createDirectories(folder);
      Files.copy(content, library, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException cause) {
      throw new UncheckedIOException("Cannot unpack Lambda's runtime client", cause);
    }
    return new RuntimeClient(classPath, library);
  }

  String joined() {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, RuntimeClient.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(name + " is missing on the world's class path", missing);
    }
  }

  private static Path jarOf(String name) {
    try {
      return Path.of(load(name).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String platform() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var arm = Stream.of("aarch64", "arm64").anyMatch(System.getProperty("os.arch")::equals);
    var libc = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
    return (system.contains("linux") ? libc : system) + (arm ? "-aarch_64" : "-x86_64");
  }
}
