package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.stack.Alarm;
import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Rule 8: an alarm that watches a figure which nobody writes never rings, and looks as if all were
 * well; a function without an alarm fails unseen.
 */
class AlarmsHaveWritersTest {

  private static final String WRITER =
      "shared/lambda/src/main/java/dev/musubi/lambda/EmbeddedMetrics.java";

  /** A figure's name is the only sort of text in that class that is one capitalised word. */
  private static final Pattern FIGURE = Pattern.compile("\"([A-Z][A-Za-z]+)\"");

  @Test
  void every_alarm_on_our_own_figures_watches_one_that_is_written() throws IOException {
    assertThat(figures()).contains("Sent", "Unknown", "ShopPaused");
    assertThat(mute(Template.stack())).isEmpty();
  }

  @Test
  void an_alarm_on_a_figure_that_nobody_writes_is_found() throws IOException {
    assertThat(mute(Template.with("MetricName: ShopPaused", "MetricName: ShopsPaused")))
        .containsExactly("ShopPausedAlarm: nobody writes ShopsPaused");
  }

  @Test
  void an_alarm_on_another_dimension_is_found() throws IOException {
    Stack stack =
        Template.with("[{Name: Stack, Value: !Ref AWS::StackName}]", "[{Name: Shop, Value: a}]");

    assertThat(mute(stack)).contains("ShopPausedAlarm: figures have the dimension Stack alone");
  }

  @Test
  void every_function_has_an_alarm_on_its_errors() {
    assertThat(unwatched(Template.stack())).isEmpty();
  }

  @Test
  void a_function_without_an_alarm_on_its_errors_is_found() {
    Stack stack = Template.with("Value: !Ref ChoresFunction}]", "Value: nobody}]");

    assertThat(unwatched(stack)).containsExactly("ChoresFunction");
  }

  private static List<String> mute(Stack stack) throws IOException {
    List<String> written = figures();
    List<String> found = new ArrayList<>();
    for (Alarm alarm : stack.alarms()) {
      String id = alarm.named().logicalId();
      alarm
          .metric()
          .filter(metric -> metric.namespace().equals("Musubi"))
          .ifPresent(
              metric -> {
                if (!written.contains(metric.name())) {
                  found.add(id + ": nobody writes " + metric.name());
                }
                if (!metric.dimensions().toString().equals("{Stack=musubi}")) {
                  found.add(id + ": figures have the dimension Stack alone");
                }
              });
    }
    return found;
  }

  private static List<String> figures() throws IOException {
    String source = Files.readString(Project.ROOT.resolve(WRITER));
    return FIGURE.matcher(source).results().map(match -> match.group(1)).toList();
  }

  private static List<String> unwatched(Stack stack) {
    return stack.functions().stream()
        .map(LambdaFunction::named)
        .filter(
            function ->
                stack.alarms().stream()
                    .flatMap(alarm -> alarm.metric().stream())
                    .noneMatch(
                        metric ->
                            metric.name().equals("Errors")
                                && metric.dimensions().containsValue(function.name())))
        .map(function -> function.logicalId())
        .toList();
  }
}
