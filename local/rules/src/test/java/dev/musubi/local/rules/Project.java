package dev.musubi.local.rules;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The project as it lies on the disk: its modules, their sources and what was compiled of them. */
final class Project {

  static final Path ROOT = root();

  private Project() {}

  /**
   * The main classes of all modules in these folders, for example {@code shared}; those that
   * Micronaut's compiler wrote have a {@code $} in front and are left out, and JMH's too.
   */
  static JavaClasses classes(String... folders) {
    return imported(List.of("target/classes"), folders);
  }

  /** The test classes of all modules in these folders. */
  static JavaClasses testClasses(String... folders) {
    return imported(List.of("target/test-classes"), folders);
  }

  /** The main and the test classes of all modules, seen as one. */
  static JavaClasses everything() {
    return imported(
        List.of("target/classes", "target/test-classes"), "shared", "functions", "local");
  }

  /** The Java files of these folders, in their order on no machine in particular. */
  static List<Path> sources(String... folders) {
    return files(path -> path.toString().endsWith(".java"), folders);
  }

  /** The folders under {@code functions}, which are the functions' names. */
  static List<String> functions() {
    return files(path -> path.endsWith("pom.xml"), "functions").stream()
        .map(Path::getParent)
        .filter(folder -> folder.getParent().endsWith("functions"))
        .map(folder -> folder.getFileName().toString())
        .toList();
  }

  private static JavaClasses imported(List<String> compiled, String... folders) {
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("/$"))
        .withImportOption(location -> !location.contains("/jmh_generated/"))
        .importPaths(
            files(path -> path.endsWith("pom.xml"), folders).stream()
                .flatMap(pom -> compiled.stream().map(pom::resolveSibling))
                .filter(Files::isDirectory)
                .toList());
  }

  private static List<Path> files(Predicate<Path> wanted, String... folders) {
    return Stream.of(folders)
        .map(ROOT::resolve)
        .flatMap(Project::walk)
        .filter(wanted)
        .sorted()
        .toList();
  }

  /** The files below, but for what was built. */
  private static Stream<Path> walk(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              return path.endsWith("target") ? SKIP_SUBTREE : CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              found.add(path);
              return CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
