package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What stands in the template decides who can read or call what: access logs without anything of
 * the caller, no secret in an environment, only https, an end to every log, a limit on every route,
 * and no route to what only operators may do.
 */
class TemplateTellsStrangersNothingTest {

  private static final Pattern CONTEXT = Pattern.compile("\\$context\\.([\\w.]+)");
  private static final List<String> HARMLESS =
      List.of(
          "integrationLatency",
          "integrationStatus",
          "requestId",
          "requestTime",
          "responseLength",
          "routeKey",
          "status");
  private static final Pattern SECRET =
      Pattern.compile(".*(SECRET|TOKEN|PASSWORD|CREDENTIAL|API_KEY|PRIVATE).*");
  private static final List<String> OF_OPERATORS = List.of("settings", "wording");

  @Test
  void access_logs_hold_nothing_that_a_caller_sent() {
    assertThat(logged(Template.text())).isSubsetOf(HARMLESS);
  }

  @Test
  void a_path_a_query_or_an_address_in_the_access_log_is_found() {
    for (String telling : List.of("path", "queryString", "identity.sourceIp", "error.message")) {
      String text = Template.text().replace("$context.routeKey", "$context." + telling);
      assertThat(logged(text)).contains(telling);
    }
  }

  @Test
  void nothing_in_an_environment_is_a_secret_and_all_of_the_internet_is_reached_by_https() {
    assertThat(told(Template.stack())).isEmpty();
  }

  @Test
  void a_secret_in_an_environment_and_an_address_without_encryption_are_found() {
    assertThat(told(Template.with("PUSHES_PER_SECOND", "LINE_CHANNEL_SECRET")))
        .containsExactly("push is told LINE_CHANNEL_SECRET");
    assertThat(told(Template.with("https://api.line.me", "http://api.line.me")))
        .contains("push reaches http://api.line.me");
  }

  @Test
  void every_log_ends_and_every_route_has_a_limit() {
    assertThat(boundless(Template.stack())).isEmpty();
  }

  @Test
  void a_log_without_end_and_a_route_without_a_limit_are_found() {
    assertThat(boundless(Template.with("      RetentionInDays: !Ref LogRetentionDays\n", "")))
        .contains("ApiLogGroup is kept for ever");
    assertThat(
            boundless(
                Template.with(
                    "        POST /pixel/{shop}: {ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000}\n",
                    "")))
        .containsExactly("POST /pixel/{shop} has no limit of its own");
  }

  @Test
  void what_operators_may_do_has_no_route() {
    assertThat(operated(Template.stack()))
        .hasSize(OF_OPERATORS.size())
        .allSatisfy(function -> assertThat(function.triggers().routes()).isEmpty());
  }

  private static SortedSet<String> logged(String template) {
    String format =
        Optional.of(Pattern.compile("Format: >-\\n((?: {10}.*\\n)+)").matcher(template))
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .orElseThrow();
    return CONTEXT
        .matcher(format)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> told(Stack stack) {
    List<String> told = new ArrayList<>();
    for (LambdaFunction function : stack.functions()) {
      String name = Template.folder(function);
      function
          .environment()
          .forEach(
              (variable, value) -> {
                if (SECRET.matcher(variable).matches()) {
                  told.add(name + " is told " + variable);
                }
                if (variable.endsWith("_BASE") && value.startsWith("http:")) {
                  told.add(name + " reaches " + value);
                }
              });
    }
    return told;
  }

  private static List<String> boundless(Stack stack) {
    List<String> boundless = new ArrayList<>();
    stack.logGroups().stream()
        .filter(group -> group.retentionDays().isEmpty())
        .forEach(group -> boundless.add(group.named().logicalId() + " is kept for ever"));
    stack.functions().stream()
        .flatMap(function -> function.triggers().routes().stream())
        .filter(route -> !stack.api().orElseThrow().routeThrottles().containsKey(route.key()))
        .forEach(route -> boundless.add(route.key() + " has no limit of its own"));
    return boundless;
  }

  private static List<LambdaFunction> operated(Stack stack) {
    return stack.functions().stream()
        .filter(function -> OF_OPERATORS.contains(Template.folder(function)))
        .toList();
  }
}
