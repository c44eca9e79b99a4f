package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/**
 * Rule 8: each function is granted what its code can come to call, on the tables and queues that it
 * is told of, and nothing else; statements are inline, which the reader of the template insists on,
 * and name their resources.
 */
class LeastPrivilegeTest {

  private static final JavaClasses CODE = Project.classes("shared", "functions");

  @Test
  void each_function_is_granted_what_its_code_needs_and_nothing_else() {
    assertThat(differences(Template.stack())).isEmpty();
  }

  @Test
  void an_action_too_many_and_one_too_few_are_found() {
    Stack without =
        Template.with(
            "              Action: dynamodb:Query\n", "              Action: dynamodb:Scan\n");

    assertThat(differences(without))
        .anyMatch(line -> line.matches("due-runs may dynamodb:Scan .*/index/due and never does"))
        .anyMatch(line -> line.matches("due-runs needs dynamodb:Query .*/index/due"));
  }

  @Test
  void another_table_is_found() {
    Stack other =
        Template.with("Resource: !GetAtt RunsTable.Arn", "Resource: !GetAtt LinksTable.Arn");

    assertThat(differences(other))
        .anyMatch(line -> line.matches("due-runs may dynamodb:PutItem .*LinksTable and never does"))
        .anyMatch(line -> line.matches("due-runs needs dynamodb:PutItem .*RunsTable"));
  }

  @Test
  void nothing_is_granted_on_everything() {
    assertThat(wide(Template.stack())).isEmpty();
  }

  @Test
  void a_grant_on_everything_is_found() {
    assertThat(wide(Template.with("Resource: !GetAtt RunsTable.Arn", "Resource: \"*\"")))
        .contains("due-runs: dynamodb:PutItem on *");
    assertThat(wide(Template.with("Action: ssm:GetParameters", "Action: \"ssm:*\"")))
        .anyMatch(line -> line.startsWith("beacon: ssm:* on "));
  }

  private static List<String> differences(Stack stack) {
    List<String> differences = new ArrayList<>();
    for (LambdaFunction function : stack.functions()) {
      String name = Template.folder(function);
      SortedSet<String> needs = Needs.of(stack, CODE, function);
      SortedSet<String> granted = granted(function);
      needs.stream()
          .filter(need -> !granted.contains(need))
          .forEach(need -> differences.add(name + " needs " + need));
      granted.stream()
          .filter(grant -> !needs.contains(grant))
          .forEach(grant -> differences.add(name + " may " + grant + " and never does"));
    }
    return differences;
  }

  private static SortedSet<String> granted(LambdaFunction function) {
    SortedSet<String> granted = new TreeSet<>();
    for (IamStatement statement : allowing(function)) {
      statement
          .actions()
          .forEach(
              action ->
                  statement
                      .resources()
                      .forEach(resource -> granted.add(action.value() + " " + resource.value())));
    }
    return granted;
  }

  private static List<String> wide(Stack stack) {
    List<String> wide = new ArrayList<>();
    for (LambdaFunction function : stack.functions()) {
      for (String grant : granted(function)) {
        String[] words = grant.split(" ");
        if (words[0].contains("*") || words[1].equals("*")) {
          wide.add(Template.folder(function) + ": " + words[0] + " on " + words[1]);
        }
      }
    }
    return wide;
  }

  private static List<IamStatement> allowing(LambdaFunction function) {
    return function.statements().list().stream()
        .filter(statement -> statement.effect().equals(IamEffect.ALLOW))
        .toList();
  }
}
