package dev.musubi.local.stack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.policybuilder.iam.IamCondition;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** The IAM statements that one identity or resource has, and what they decide. */
public record Statements(List<IamStatement> list) {

  /** No statement at all, which grants nothing. */
  public static final Statements NONE = new Statements(List.of());

  /** Copies the list. */
  public Statements {
    list = List.copyOf(list);
  }

  /** These and {@code more}. */
  public Statements and(Statements more) {
    List<IamStatement> all = new ArrayList<>(list);
    all.addAll(more.list);
    return new Statements(all);
  }

  /** Those that speak of the service {@code principal}, for example {@code sqs.amazonaws.com}. */
  public Statements of(String principal) {
    return new Statements(
        list.stream()
            .filter(
                s ->
                    s.principals().stream()
                        .anyMatch(p -> p.id().equals("*") || p.id().equalsIgnoreCase(principal)))
            .toList());
  }

  /**
   * Decides whether {@code action} on the ARN {@code resource} is granted; {@code context} holds
   * the condition keys of the request, in lower case.
   */
  public Decision decide(String action, String resource, Map<String, List<String>> context) {
    List<IamStatement> matching =
        list.stream().filter(s -> matches(s, action, resource, context)).toList();
    if (matching.stream().anyMatch(s -> s.effect().equals(IamEffect.DENY))) {
      return Decision.EXPLICITLY_DENIED;
    }
    return matching.isEmpty() ? Decision.NOT_GRANTED : Decision.ALLOWED;
  }

  private static boolean matches(
      IamStatement s, String action, String resource, Map<String, List<String>> context) {
    return s.actions().stream().anyMatch(a -> Wildcards.action(a.value(), action))
        && (s.resources().isEmpty()
            || s.resources().stream().anyMatch(r -> Wildcards.arn(r.value(), resource)))
        && conditionsHold(s.conditions(), context);
  }

  private static boolean conditionsHold(
      List<IamCondition> conditions, Map<String, List<String>> context) {
    record Test(String operator, String key) {}
    Map<Test, List<String>> tests =
        conditions.stream()
            .collect(
                groupingBy(
                    c -> new Test(c.operator().value(), c.key().value()),
                    LinkedHashMap::new,
                    mapping(IamCondition::value, toList())));
    return tests.entrySet().stream()
        .allMatch(
            e ->
                ConditionTest.parse(e.getKey().operator())
                    .orElseThrow()
                    .holds(e.getKey().key(), e.getValue(), context));
  }
}
