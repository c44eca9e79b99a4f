package dev.musubi.local.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the reader does not understand stops it, in one sentence that says where. */
class NotUnderstoodTest {
  private static final String HEAD =
      """
      Transform: AWS::Serverless-2016-10-31
      Conditions: {Odd: !Sub x}
      Resources:
        Q: {Type: AWS::SQS::Queue}
        Dead: {Type: AWS::SQS::Queue, Properties: {RedriveAllowPolicy: {redrivePermission: denyAll}}}
      """;

  private static final String FUNCTION =
      "  F: {Type: AWS::Serverless::Function, Properties: {Handler: h, CodeUri: ., %s}}\n";
  private static final String QUEUE = "  X: {Type: AWS::SQS::Queue, Properties: {%s}}\n";
  private static final String SQS =
      "Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, %s}}}";
  private static final String STATEMENT =
      "Policies: [{Statement: [{Effect: Allow, Action: 'sqs:*', Resource: '*', %s}]}]";

  private static void refused(String yaml, String sentence) {
    assertThatThrownBy(() -> new TemplateReader(TemplateReaderTest.PLACE, Map.of()).read(yaml))
        .isInstanceOf(TemplateException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FifoQueue: true | X: the property FifoQueue is not understood.",
        "QueueName: !Ref Nothing | X.QueueName: Ref names the unknown Nothing.",
        "QueueName: !GetAtt Q.Age | X.QueueName: GetAtt names the unknown Q.Age.",
        "QueueName: !Sub 'a${Nothing}' | X.QueueName: Sub names the unknown Nothing.",
        "DelaySeconds: !ImportValue v | X.DelaySeconds: the intrinsic Fn::ImportValue is not understood.",
        "DelaySeconds: 901 | X: 'delay' must be between PT0S and PT15M.",
        "DelaySeconds: soon | X.DelaySeconds: 'soon' is not a whole number.",
        "DelaySeconds: !If [Odd, 1, 2] | Conditions.Odd: the condition function Fn::Sub is not understood.",
        "DelaySeconds: !If [None, 1, 2] | X.DelaySeconds: the condition None is not declared.",
        "RedrivePolicy: {deadLetterTargetArn: 'arn:a', maxReceiveCount: 3} | X.RedrivePolicy: its dead-letter queue is not in the template.",
        "RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3} | X.RedrivePolicy: Dead does not allow it as a source of dead letters."
      })
  void a_queue_with_what_is_not_understood(String property, String sentence) {
    refused(HEAD + QUEUE.formatted(property), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Layers: [a] | F: the property Layers is not understood.",
        "Timeout: 901 | F: 'Timeout' must be between 1 and 900.",
        "Policies: AmazonSQSFullAccess | F.Policies: only inline statements are understood.",
        "Policies: [{SQSSendMessagePolicy: {QueueName: q}}] | F.Policies[0]: only inline statements are understood, not the policy template SQSSendMessagePolicy.",
        "Events: {E: {Type: S3, Properties: {}}} | F.Events.E: the event type S3 is not understood.",
        "Events: {E: {Type: HttpApi, Properties: {Path: /, Method: get}}} | F.Events.E.Properties: ApiId is missing.",
        "Events: {E: {Type: Schedule, Properties: {Schedule: daily}}} | F.Events.E.Properties: 'expression' must be cron(…) or rate(…).",
        "Timeout: 60, Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}} | F.Events: the visibility timeout of Q is shorter than the function's timeout."
      })
  void a_function_with_what_is_not_understood(String property, String sentence) {
    refused(HEAD + FUNCTION.formatted(property), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "BatchSize: 11 | F.Events.E.Properties: 'MaximumBatchingWindowInSeconds' must be at least 1 when 'BatchSize' is over 10.",
        "FilterCriteria: {} | F.Events.E.Properties: the property FilterCriteria is not understood.",
        "FunctionResponseTypes: [All] | F.Events.E.Properties: the response types All are not understood."
      })
  void a_queue_source_that_lambda_would_refuse(String property, String sentence) {
    refused(HEAD + FUNCTION.formatted(SQS.formatted(property)), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NotAction: 'sqs:*' | F.Policies[0].Statement[0]: the property NotAction is not understood.",
        "Condition: {IpAddress: {a: b}} | F.Policies[0].Statement[0].Condition: the condition operator IpAddress is not understood.",
        "Condition: {StringLike: {a: '${aws:username}'}} | F.Policies[0].Statement[0].Condition.StringLike: the policy variable in ${aws:username} is not understood."
      })
  void a_statement_with_what_is_not_understood(String property, String sentence) {
    refused(HEAD + FUNCTION.formatted(STATEMENT.formatted(property)), sentence);
  }

  @Test
  void a_resource_type_a_section_or_a_global_that_is_not_understood() {
    refused(
        HEAD + "  B: {Type: AWS::S3::Bucket}\n",
        "B: the resource type AWS::S3::Bucket is not understood.");
    refused(HEAD + "Mappings: {}\n", "Template: the property Mappings is not understood.");
    refused(HEAD + "Globals: {Api: {}}\n", "Globals: the section Api is not understood.");
    refused("Resources: {}\n", "Template: Transform is missing.");
    refused(
        HEAD + "Parameters: {P: {Type: String}}\n",
        "Parameters.P: it has no default and no value is given.");
  }

  @Test
  void a_key_given_twice_is_refused() {
    refused(
        HEAD + QUEUE.formatted("DelaySeconds: 1, DelaySeconds: 2"),
        "The template has the key DelaySeconds twice in one mapping.");
  }

  @Test
  void a_template_that_holds_itself_or_unfolds_without_end_is_refused() {
    refused(HEAD + "Outputs: &a {Url: *a}\n", "The template holds an alias.");
    refused("[".repeat(10_000), "The template is nested deeper than 50 levels.");
    refused(
        HEAD.replace("{Odd: !Sub x}", "{Odd: !Condition Odd}")
            + QUEUE.formatted("DelaySeconds: !If [Odd, 1, 2]"),
        "Conditions.Odd: the condition Odd depends on itself.");
  }

  @Test
  void a_tag_that_is_none_is_no_yaml() {
    refused(
        HEAD + QUEUE.formatted("QueueName: !Sub%20 a"),
        "The template is not YAML: Tag must not contain leading or trailing spaces.");
  }

  @Test
  void what_is_of_another_sort_than_expected_is_refused_with_its_place() {
    refused(HEAD + "Globals: text\n", "Globals: a mapping is expected.");
    refused(
        HEAD + "  R: {Type: AWS::SQS::Queue, Properties: text}\n",
        "Resources.R.Properties: a mapping is expected.");
    refused(HEAD + QUEUE.formatted("QueueName: [a]"), "X.QueueName: text is expected.");
    refused(HEAD + QUEUE.formatted("QueueName: 'a b'"), "X.QueueName: 'a b' is not a name.");
    refused(
        HEAD + "  A-B: {Type: AWS::SQS::Queue}\n", "Resources: 'A-B' must be letters and digits.");
    refused(
        HEAD + "Outputs: {O: {Condition: [a], Value: x}}\n",
        "Outputs.O.Condition: text is expected.");
    refused(
        HEAD + "Parameters: {P: {Type: String, Default: a, AllowedPattern: '['}}\n",
        "Parameters.P: its AllowedPattern is no pattern.");
  }

  @Test
  void a_second_api_a_provisioned_table_and_an_undefined_key_are_refused() {
    refused(
        HEAD + "  A: {Type: AWS::Serverless::HttpApi}\n  B: {Type: AWS::Serverless::HttpApi}\n",
        "Only one HTTP API is understood.");
    refused(
        HEAD + "  T: {Type: AWS::DynamoDB::Table, Properties: {}}\n",
        "T: only BillingMode PAY_PER_REQUEST is understood.");
    refused(
        HEAD
            + "  T: {Type: AWS::DynamoDB::Table, Properties: {BillingMode: PAY_PER_REQUEST,"
            + " KeySchema: [{AttributeName: k, KeyType: HASH}]}}\n",
        "T.KeySchema[0]: the attribute k is not defined.");
  }
}
