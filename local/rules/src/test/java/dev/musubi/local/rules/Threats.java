package dev.musubi.local.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The table of threats in {@code docs/threats.md}, and the tests that it names. */
record Threats(List<Row> rows) {

  private static final Pattern ROW = Pattern.compile("\\| *([0-9]+) *\\|.*");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*\\.[a-z]\\w*)`");

  Threats {
    rows = List.copyOf(rows);
  }

  /** A numbered row of the table with the tests in its last column. */
  record Row(int number, List<String> tests) {

    Row {
      tests = List.copyOf(tests);
    }
  }

  static Threats in(String page) {
    return new Threats(page.lines().map(String::strip).flatMap(Threats::row).toList());
  }

  /** {@code Test.method} of every test method in these sources, also of those in nested classes. */
  static SortedSet<String> tests(Iterable<? extends JavaFileObject> sources) {
    SortedSet<String> tests = new TreeSet<>();
    for (CompilationUnitTree unit : Javac.parsed(sources).units()) {
      new Methods(tests).scan(unit, null);
    }
    return tests;
  }

  /** The sources that hold tests: a contract's run in every module that has a store for it. */
  static List<Path> testSources() {
    return Project.sources("shared", "functions", "local").stream()
        .filter(path -> path.toString().matches(".*/(src/test|testkit/contracts)/.*"))
        .toList();
  }

  private static Stream<Row> row(String line) {
    if (!ROW.matcher(line).matches()) {
      return Stream.empty();
    }
    String[] cells = line.split("\\|");
    List<String> tests =
        TEST.matcher(cells[cells.length - 1]).results().map(Threats::name).toList();
    return Stream.of(new Row(Integer.parseInt(cells[1].strip()), tests));
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  private static final class Methods extends TreeScanner<Void, Void> {

    private final SortedSet<String> tests;
    private final Deque<String> types = new ArrayDeque<>();

    Methods(SortedSet<String> tests) {
      this.tests = tests;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      types.push(tree.getSimpleName().toString());
      super.visitClass(tree, nothing);
      types.pop();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      if (tree.getModifiers().getAnnotations().stream().anyMatch(Methods::isTest)) {
        types.forEach(type -> tests.add(type + "." + tree.getName()));
      }
      return super.visitMethod(tree, nothing);
    }

    private static boolean isTest(AnnotationTree annotation) {
      String name = annotation.getAnnotationType().toString();
      return name.equals("Test") || name.endsWith("ParameterizedTest") || name.endsWith("FuzzTest");
    }
  }
}
