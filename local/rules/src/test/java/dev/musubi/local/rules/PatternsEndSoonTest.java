package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pattern with a repetition inside a repetition, or with alternatives in one, can be made to try
 * for hours by a text of some dozen characters. None of what is deployed has one.
 */
class PatternsEndSoonTest {

  private static final Pattern TAKES_A_PATTERN =
      Pattern.compile("(.*\\.)?(compile|matches|replaceAll|replaceFirst|split)");

  private static final Pattern ENDLESS = Pattern.compile("[+*]|\\{\\d+,\\}");
  private static final Pattern COUNTED = Pattern.compile("\\{\\d+,\\d+\\}");

  @Test
  void no_pattern_repeats_what_repeats() {
    assertThat(endless(Javac.files(deployed()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+", "^(([a-z])+.)+$", "(a|aa)*b", "(.*,){1,20}x", "(?:x*)*"})
  void a_pattern_that_could_try_for_hours_is_found(String pattern) {
    assertThat(endless(sample(pattern))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[a-z]+-[0-9]*", "(/[a-z]{1,40}){2}", "(?:\\\\?.*)?", "\\\\(a+\\\\)", "[a+]{3,}"})
  void a_pattern_that_ends_soon_is_left_alone(String pattern) {
    assertThat(endless(sample(pattern))).isEmpty();
  }

  private static List<Path> deployed() {
    return Project.sources("shared", "functions").stream()
        .filter(path -> path.toString().contains("/src/main/"))
        .toList();
  }

  private static List<JavaFileObject> sample(String pattern) {
    return List.of(
        Sample.file(
            """
            package dev.musubi.core.shop;

            class Form {
              static final java.util.regex.Pattern IT = java.util.regex.Pattern.compile("%s");
            }
            """
                .formatted(pattern)));
  }

  private static List<String> endless(Iterable<? extends JavaFileObject> files) {
    List<String> found = new ArrayList<>();
    Javac javac = Javac.parsed(files);
    for (CompilationUnitTree unit : javac.units()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
          if (TAKES_A_PATTERN.matcher(call.getMethodSelect().toString()).matches()) {
            call.getArguments().stream()
                .filter(PatternsEndSoonTest::repeatsWhatRepeats)
                .forEach(pattern -> found.add(javac.at(unit, pattern) + ": " + pattern));
          }
          return super.visitMethodInvocation(call, nothing);
        }
      }.scan(unit, null);
    }
    return found;
  }

  private static boolean repeatsWhatRepeats(ExpressionTree argument) {
    return argument instanceof LiteralTree literal
        && literal.getValue() instanceof String pattern
        && repeatsWhatRepeats(withoutClasses(pattern));
  }

  private static boolean repeatsWhatRepeats(String pattern) {
    Deque<Boolean> groups = new ArrayDeque<>(List.of(false));
    boolean closed = false;
    for (int i = 0; i < pattern.length(); i++) {
      String rest = pattern.substring(i);
      boolean endless = ENDLESS.matcher(rest).lookingAt();
      if (closed && (endless || COUNTED.matcher(rest).lookingAt())) {
        return true;
      }
      closed = false;
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '(' -> groups.push(false);
        case ')' -> {
          closed = groups.pop();
          groups.push(groups.pop() || closed);
        }
        default -> groups.push(groups.pop() || endless || pattern.charAt(i) == '|');
      }
    }
    return false;
  }

  /** In square brackets a plus is a plus. */
  private static String withoutClasses(String pattern) {
    return pattern.replaceAll("\\\\[\\[\\]]", "x").replaceAll("\\[[^\\]]*\\]", "x");
  }
}
