package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule 7: nobody catches {@code Throwable} or {@code Error}: an environment that is out of memory
 * or lost a class has to die and be replaced, not answer.
 */
class ErrorsAreNotCaughtTest {

  @Test
  void nobody_catches_throwable_or_error() {
    assertThat(caught(Javac.files(Project.sources("shared", "functions", "local")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Throwable",
        "Error",
        "java.lang.Error",
        "IllegalStateException | OutOfMemoryError",
        "java.io.UncheckedIOException | StackOverflowError"
      })
  void whoever_catches_one_is_found(String type) {
    String source =
        """
        package dev.musubi.core.shop;

        class Catcher {
          void run(Runnable work) {
            try {
              work.run();
            } catch (%s e) {
              return;
            }
          }
        }
        """;

    assertThat(caught(List.of(Sample.file(source.formatted(type)))))
        .singleElement()
        .asString()
        .startsWith("Catcher.java:7: catches ");
  }

  private static List<String> caught(Iterable<? extends JavaFileObject> files) {
    List<String> found = new ArrayList<>();
    Javac javac = Javac.parsed(files);
    for (CompilationUnitTree unit : javac.units()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitCatch(CatchTree tree, Void nothing) {
          types(tree.getParameter().getType())
              .map(Tree::toString)
              .filter(type -> type.matches("(java\\.lang\\.)?(Throwable|\\w*Error)"))
              .forEach(type -> found.add(javac.at(unit, tree) + ": catches " + type));
          return super.visitCatch(tree, nothing);
        }
      }.scan(unit, null);
    }
    return found;
  }

  private static Stream<? extends Tree> types(Tree type) {
    return type instanceof UnionTypeTree union
        ? union.getTypeAlternatives().stream()
        : Stream.of(type);
  }
}
