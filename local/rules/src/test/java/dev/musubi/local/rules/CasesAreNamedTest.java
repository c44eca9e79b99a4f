package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Rule 7: a switch over a sealed type of core names every case, so that a new outcome does not
 * compile until everybody who must decide about it has decided.
 */
class CasesAreNamedTest {

  @Test
  void no_switch_of_core_over_a_sealed_type_has_a_default() {
    assertThat(defaults(Javac.files(Project.sources("shared/core/src/main")))).isEmpty();
  }

  @Test
  void a_default_over_a_sealed_type_is_found() {
    String sealed =
        """
        package dev.musubi.core.shop;

        sealed interface Answer {
          record Yes() implements Answer {}

          record No() implements Answer {}

          static int expression(Answer answer) {
            return switch (answer) {
              case Yes yes -> 1;
              default -> 0;
            };
          }

          static void statement(Answer answer) {
            switch (answer) {
              case Yes yes -> System.out.println();
              case null, default -> {}
            }
          }
        }
        """;

    assertThat(defaults(List.of(Sample.file(sealed))))
        .containsExactly(
            "Answer.java:11: default over Answer", "Answer.java:18: default over Answer");
  }

  @Test
  void a_default_over_text_is_left_alone() {
    String open =
        """
        package dev.musubi.core.shop;

        class Words {
          static boolean yes(String word) {
            return switch (word) {
              case "yes" -> true;
              default -> false;
            };
          }
        }
        """;

    assertThat(defaults(List.of(Sample.file(open)))).isEmpty();
  }

  private static List<String> defaults(Iterable<? extends JavaFileObject> files) {
    List<String> found = new ArrayList<>();
    Javac javac = Javac.analysed(files);
    for (CompilationUnitTree unit : javac.units()) {
      new Scanner(javac, unit, found).scan(unit, null);
    }
    return found;
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {

    private final Javac javac;
    private final CompilationUnitTree unit;
    private final List<String> found;

    Scanner(Javac javac, CompilationUnitTree unit, List<String> found) {
      this.javac = javac;
      this.unit = unit;
      this.found = found;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
      look(tree.getExpression(), tree.getCases());
      return super.visitSwitch(tree, nothing);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
      look(tree.getExpression(), tree.getCases());
      return super.visitSwitchExpression(tree, nothing);
    }

    private void look(ExpressionTree selector, List<? extends CaseTree> cases) {
      TypeMirror type = javac.trees().getTypeMirror(new TreePath(getCurrentPath(), selector));
      if (type instanceof DeclaredType declared
          && declared.asElement().getModifiers().contains(Modifier.SEALED)) {
        cases.stream()
            .filter(one -> one.getLabels().stream().anyMatch(Scanner::isDefault))
            .forEach(
                one ->
                    found.add(
                        javac.at(unit, one)
                            + ": default over "
                            + declared.asElement().getSimpleName()));
      }
    }

    private static boolean isDefault(Tree label) {
      return label.getKind() == Tree.Kind.DEFAULT_CASE_LABEL;
    }
  }
}
