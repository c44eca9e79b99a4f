package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockTest {

  private final ClassLoader former = Thread.currentThread().getContextClassLoader();

  /** A clock that another jar provides. */
  public static final class Stopped implements InstantSource {
    @Override
    public Instant instant() {
      return Instant.parse("2031-02-03T04:05:06Z");
    }
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(former);
  }

  @Test
  void without_a_provider_time_is_the_machines() {
    assertThat(Clock.find()).isEqualTo(InstantSource.system());
  }

  @Test
  void a_provider_on_the_class_path_sets_the_time(@TempDir Path jar) throws Exception {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(services.resolve(InstantSource.class.getName()), Stopped.class.getName());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, former)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThat(Clock.find().instant()).isEqualTo(new Stopped().instant());
    }
  }
}
