package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Stack;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule 8: the template and the zips say the same: each handler is in its zip, each function is told
 * exactly the variables that its {@code …Config} reads. What differs would only show in an account,
 * at the first call.
 */
class FunctionsFitTheTemplateTest {

  @TempDir private Path folder;

  @Test
  void each_function_has_a_folder_and_each_folder_a_function() {
    assertThat(Template.stack().functions().stream().map(Template::folder).sorted().toList())
        .isEqualTo(Project.functions());
  }

  @Test
  void each_handler_is_in_its_zip_and_reads_the_variables_it_is_told() {
    assertThat(differences(Template.stack())).isEmpty();
  }

  @Test
  void a_handler_that_is_in_no_zip_is_found() {
    Stack stack = Template.with("dueruns.DueRunsFunction", "dueruns.DueRuns");

    assertThat(differences(stack, "due-runs"))
        .containsExactly("due-runs: its zip has no dev.musubi.dueruns.DueRuns");
  }

  @Test
  void a_variable_that_is_not_read_and_one_that_is_missing_are_found() {
    Stack stack = Template.with("          FAN_OUT_QUEUE:", "          FANOUT_QUEUE:");

    assertThat(differences(stack, "due-runs"))
        .containsExactly(
            "due-runs: it reads FAN_OUT_QUEUE and is not told",
            "due-runs: it is told FANOUT_QUEUE and does not read it");
  }

  @Test
  void a_zip_that_was_not_built_is_named() {
    assertThatThrownBy(() -> Zips.of("no-such"))
        .hasMessageContaining("musubi-no-such.zip")
        .hasMessageContaining("make build");
  }

  private List<String> differences(Stack stack) {
    return Project.functions().stream()
        .flatMap(function -> differences(stack, function).stream())
        .toList();
  }

  private List<String> differences(Stack stack, String name) {
    LambdaFunction function =
        stack.functions().stream()
            .filter(one -> Template.folder(one).equals(name))
            .findFirst()
            .orElseThrow();
    String handler = function.code().handler();
    Path zip = Zips.of(name);
    if (!Zips.names(zip).contains(handler.replace('.', '/') + ".class")) {
      return List.of(name + ": its zip has no " + handler);
    }
    List<String> differences = new ArrayList<>();
    Set<String> read = read(name, zip, handler);
    Set<String> told = new TreeSet<>(function.environment().keySet());
    read.stream()
        .filter(variable -> !told.contains(variable))
        .forEach(v -> differences.add(name + ": it reads " + v + " and is not told"));
    told.stream()
        .filter(variable -> !read.contains(variable))
        .forEach(v -> differences.add(name + ": it is told " + v + " and does not read it"));
    return differences;
  }

  /** Has the zip's own {@code …Config} read from an environment that notes what is asked for. */
  private Set<String> read(String name, Path zip, String handler) {
    Asked asked = new Asked();
    try (URLClassLoader classes = Zips.loader(zip, folder.resolve(name))) {
      Class<?> config = classes.loadClass(handler.replaceAll("Function$", "Config"));
      Class<?> environment = classes.loadClass("dev.musubi.lambda.Environment");
      Method of = config.getDeclaredMethod("of", environment);
      of.setAccessible(true);
      of.invoke(null, environment.getMethod("of", Map.class).invoke(null, asked));
    } catch (IOException | NoSuchMethodException | ClassNotFoundException e) {
      throw new IllegalStateException(name + " has no …Config of an Environment", e);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(name + " did not read its environment", e);
    }
    return asked.names;
  }

  /** Every variable is 1, which is a text and a number. */
  private static final class Asked extends AbstractMap<String, String> {

    private final SortedSet<String> names = new TreeSet<>();

    @Override
    public String get(Object name) {
      names.add((String) name);
      return "1";
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
      throw new UnsupportedOperationException("variables are read by their names");
    }
  }
}
