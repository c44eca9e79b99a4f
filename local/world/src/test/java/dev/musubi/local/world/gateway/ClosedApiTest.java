package dev.musubi.local.world.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.world.runtime.InvocationResult;
import dev.musubi.local.world.runtime.InvocationResult.Failed;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class ClosedApiTest {

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch invoked = new CountDownLatch(1);
  private final CompletableFuture<InvocationResult> answer = new CompletableFuture<>();

  @RepeatedTest(60)
  void an_answer_that_comes_while_the_api_is_closed_is_given_or_nobodys_and_ends()
      throws Exception {
    HttpApi api =
        HttpApi.listen(InstantSource.system(), InstantSource.system(), folder.resolve("access.log"))
            .serve(List.of(new Route("GET", "/slow", "slow", 1000, 1000)), this::invoke);
    http.sendAsync(
        HttpRequest.newBuilder(api.address().resolve("/slow")).build(), BodyHandlers.discarding());
    invoked.await();
    Thread function = Thread.ofPlatform().daemon().start(() -> answer.complete(late()));
    api.close();
    assertThat(function.join(Duration.ofSeconds(20))).isTrue();
  }

  private CompletableFuture<InvocationResult> invoke(String name, byte[] payload) {
    invoked.countDown();
    return answer;
  }

  private static InvocationResult late() {
    return new Failed("Runtime.ExitError", "{}".getBytes(StandardCharsets.UTF_8));
  }
}
