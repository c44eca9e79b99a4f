package dev.musubi.local.world;

import dev.musubi.local.stack.TemplateException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** Brings the world up in the foreground, until it is told to end. */
public final class Demo {
  private static final int OLDEST_JAVA = 25;
  private static final int FAILED = 1;

  private Demo() {}

  /** Takes no arguments: what may be chosen is in the environment. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      run();
    } catch (StartFailure | TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    } catch (RuntimeException e) {
      System.err.println("The world does not start: " + e + ".");
      System.exit(FAILED);
    }
  }

  private static void run() throws InterruptedException {
    if (Runtime.version().feature() < OLDEST_JAVA) {
      throw new StartFailure(
          "The world needs Java 25 and this is Java %d: set JAVA_HOME to a JDK 25."
              .formatted(Runtime.version().feature()));
    }
    Options options = Options.of(System.getenv(), Path.of(""));
    World world = World.start(options, InstantSource.system(), System.err::println);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  world.close();
                  ended.countDown();
                },
                "end the world"));
    System.err.println("Logs: " + options.root().relativize(world.logs()));
    System.out.println("Musubi is ready: " + world.address());
    ended.await();
  }
}
