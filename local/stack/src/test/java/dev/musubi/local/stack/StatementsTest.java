package dev.musubi.local.stack;

import static dev.musubi.local.stack.Decision.ALLOWED;
import static dev.musubi.local.stack.Decision.EXPLICITLY_DENIED;
import static dev.musubi.local.stack.Decision.NOT_GRANTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private static final String TABLE = "arn:aws:dynamodb:ap-northeast-1:000000000000:table/links";

  private static Statements statements(String yaml) {
    return StatementReader.identity(new Block("Policy", YamlDocument.parse(yaml)));
  }

  @Test
  void what_no_statement_speaks_of_is_not_granted() {
    Statements s =
        statements(
            "Statement: [{Effect: Allow, Action: 'dynamodb:GetItem', Resource: '" + TABLE + "'}]");
    assertThat(s.decide("dynamodb:GetItem", TABLE, Map.of())).isEqualTo(ALLOWED);
    assertThat(s.decide("dynamodb:PutItem", TABLE, Map.of())).isEqualTo(NOT_GRANTED);
    assertThat(s.decide("dynamodb:GetItem", TABLE + "2", Map.of())).isEqualTo(NOT_GRANTED);
  }

  @Test
  void a_deny_wins_over_any_allow() {
    Statements s =
        statements(
            """
            Statement:
              - {Effect: Allow, Action: 'dynamodb:*', Resource: '*'}
              - {Effect: Deny, Action: 'dynamodb:delete*', Resource: '*'}
            """);
    assertThat(s.decide("dynamodb:PutItem", TABLE, Map.of())).isEqualTo(ALLOWED);
    assertThat(s.decide("dynamodb:DeleteItem", TABLE, Map.of())).isEqualTo(EXPLICITLY_DENIED);
  }

  @Test
  void a_wildcard_does_not_reach_into_another_part_of_an_arn() {
    Statements s =
        statements(
            "Statement: [{Effect: Allow, Action: 'dynamodb:Query', Resource: 'arn:aws:dynamodb:*:000000000000:table/*'}]");
    assertThat(s.decide("dynamodb:Query", TABLE + "/index/due", Map.of())).isEqualTo(ALLOWED);
    assertThat(s.decide("dynamodb:Query", TABLE.replace("000000000000", "1"), Map.of()))
        .isEqualTo(NOT_GRANTED);
  }

  @Test
  void passing_a_role_is_granted_for_the_named_service_only() {
    Statements s =
        statements(
            """
            Statement:
              - Effect: Allow
                Action: iam:PassRole
                Resource: '*'
                Condition: {StringEquals: {'iam:PassedToService': scheduler.amazonaws.com}}
            """);
    assertThat(
            s.decide(
                "iam:PassRole",
                "arn",
                Map.of("iam:passedtoservice", List.of("scheduler.amazonaws.com"))))
        .isEqualTo(ALLOWED);
    assertThat(
            s.decide(
                "iam:PassRole", "arn", Map.of("iam:passedtoservice", List.of("ec2.amazonaws.com"))))
        .isEqualTo(NOT_GRANTED);
    assertThat(s.decide("iam:PassRole", "arn", Map.of())).isEqualTo(NOT_GRANTED);
  }

  @Test
  void for_all_values_holds_when_every_leading_key_fits() {
    Statements s =
        statements(
            """
            Statement:
              - Effect: Allow
                Action: dynamodb:GetItem
                Resource: '*'
                Condition: {'ForAllValues:StringLike': {'dynamodb:LeadingKeys': ['shop#*', 'all']}}
            """);
    assertThat(
            s.decide(
                "dynamodb:GetItem",
                TABLE,
                Map.of("dynamodb:leadingkeys", List.of("shop#a", "all"))))
        .isEqualTo(ALLOWED);
    assertThat(
            s.decide(
                "dynamodb:GetItem",
                TABLE,
                Map.of("dynamodb:leadingkeys", List.of("shop#a", "other"))))
        .isEqualTo(NOT_GRANTED);
  }
}
