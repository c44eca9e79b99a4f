package dev.musubi.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.TemplateReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroundTest {
  private static final Physical PLACE =
      new Physical(
          "musubi",
          "ap-northeast-1",
          "000000000000",
          URI.create("http://127.0.0.1:1"),
          URI.create("http://127.0.0.1:2"));

  @Test
  void yardsticks_stand_in_the_same_stack_as_the_products_functions() {
    assertThat(stack(Ground.withYardsticks(Site.project())).functions())
        .extracting(function -> function.named().logicalId())
        .contains("BareFunction", "BareSendFunction", "LineWebhookFunction", "PushFunction");
  }

  @Test
  void nothing_takes_from_the_queues_that_webhooks_fill_when_they_alone_are_measured() {
    Stack stack = stack(Ground.withoutInbound(Site.project()));

    assertThat(stack.functions().stream().flatMap(f -> f.triggers().queues().stream()))
        .isNotEmpty()
        .noneMatch(source -> source.queueArn().matches(".*inbound-(line|shopify)"));
  }

  @Test
  void on_primed_ground_the_runtime_client_goes_by_way_of_a_snapshot() {
    LambdaFunction push =
        stack(Ground.primed(Site.project())).function("PushFunction").orElseThrow();

    assertThat(push.environment()).containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  }

  private static Stack stack(Path ground) {
    return new TemplateReader(PLACE, Map.of()).read(ground.resolve("template.yaml"));
  }
}
