package dev.musubi.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.TemplateException;
import dev.musubi.local.stack.TemplateReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code template.yaml}, as whoever changes it may leave it. */
class StackTemplateFuzzTest {

  private static final TemplateReader READER =
      new TemplateReader(
          new Physical(
              "musubi",
              "ap-northeast-1",
              "000000000000",
              URI.create("http://127.0.0.1:1"),
              URI.create("http://127.0.0.1:2")),
          Map.of());

  private static final String SMALL =
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        Days: {Type: Number, Default: 30, AllowedValues: [1, 30]}
      Resources:
        Queue:
          Type: AWS::SQS::Queue
          Properties: {QueueName: !Sub "${AWS::StackName}-q", VisibilityTimeout: 60}
        Logs:
          Type: AWS::Logs::LogGroup
          Properties: {LogGroupName: /logs, RetentionInDays: !Ref Days}
      Outputs:
        Url: {Value: !GetAtt Queue.Arn}
      """;

  static Stream<Arguments> templates() throws IOException {
    return Corpus.each(
        Stream.of(
            Files.readAllBytes(Corpus.ROOT.resolve("template.yaml")),
            Files.readAllBytes(
                Corpus.ROOT.resolve("local/stack/src/test/resources/small-template.yaml")),
            Corpus.utf8(SMALL),
            Corpus.utf8(SMALL.replace("[1, 30]", "&a [*a]")),
            Corpus.utf8(SMALL.replace("!Sub", "!Sub%20")),
            Corpus.utf8(SMALL.replace("Days: {Type", "Globals: text\n  Days: {Type")),
            Corpus.utf8("Transform: AWS::Serverless-2016-10-31\nGlobals: x\nResources: {}\n")));
  }

  @MethodSource("templates")
  @FuzzTest
  void a_template_reads_the_same_twice_or_is_refused_in_a_sentence(byte[] yaml) {
    String text = Corpus.text(yaml);
    try {
      Stack stack = READER.read(text);
      assertThat(READER.read(text)).isEqualTo(stack);
    } catch (TemplateException refused) {
      assertThat(refused).message().isNotBlank();
    }
  }
}
