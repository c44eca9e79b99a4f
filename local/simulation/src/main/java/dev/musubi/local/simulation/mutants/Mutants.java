package dev.musubi.local.simulation.mutants;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/**
 * {@code make mutants}: plants one fault after the other and lets the simulation look for it; first
 * of all it looks where nothing is planted, and may find nothing.
 */
public final class Mutants {

  private static final String HUNT = "dev.musubi.local.simulation.Hunt";

  private static final long CONTROL = 300;

  private final Path root;
  private final Overlay overlay;
  private final PrintStream out;

  private Mutants(Path root, Overlay overlay, PrintStream out) {
    this.root = root;
    this.overlay = overlay;
    this.out = out;
  }

  /** {@code root threads [names…]}; fails if any fault is not found. */
  public static void main(String[] arguments) {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    String classPath = System.getProperty("java.class.path");
    List<Path> project = new ArrayList<>();
    List<URL> libraries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (path.startsWith(root)) {
        project.add(path);
      } else {
        libraries.add(url(path));
      }
    }
    ClassLoader shared =
        new URLClassLoader(libraries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Mutants mutants = new Mutants(root, new Overlay(classPath, project, shared), System.out);
    List<String> names = Arrays.asList(arguments).subList(2, arguments.length);
    System.exit(mutants.run(Integer.parseInt(arguments[1]), names) ? 0 : 1);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a path is a URL", e);
    }
  }

  private boolean run(int hands, List<String> names) {
    List<Mutant> mutants =
        files().stream()
            .map(Mutant::read)
            .filter(mutant -> names.isEmpty() || names.contains(mutant.name()))
            .toList();
    try (ExecutorService crew = Executors.newFixedThreadPool(hands)) {
      Future<Long> control = crew.submit(() -> hunt(new TreeMap<>(), CONTROL, "control"));
      List<Future<Boolean>> found =
          mutants.stream().map(mutant -> crew.submit(() -> hunt(mutant))).toList();
      boolean clean = result(control) == 0;
      out.println(
          clean
              ? "with nothing planted, no promise is broken in " + CONTROL + " seeds"
              : "with nothing planted, seed " + result(control) + " breaks a promise");
      boolean all = true;
      for (Future<Boolean> one : found) {
        all &= result(one);
      }
      return clean && all;
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(root.resolve("local/simulation/src/mutants"))) {
      return files.filter(file -> file.toString().endsWith(".mutant")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hunt(Mutant mutant) {
    long seeds = hunt(mutant.sources(root), mutant.within(), mutant.name());
    String how = seeds > 0 ? "found after " + seeds + " seeds" : "survived";
    out.println(mutant.name() + ": " + how + " (" + mutant.sentence() + ")");
    return seeds > 0;
  }

  private long hunt(Map<String, String> sources, long most, String name) {
    Path into = root.resolve("local/simulation/target/mutants").resolve(name);
    try (URLClassLoader loader = overlay.with(sources, into)) {
      Object hunt = loader.loadClass(HUNT).getDeclaredConstructor().newInstance();
      return ((LongUnaryOperator) hunt).applyAsLong(most);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(name + " could not be tried", e);
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
