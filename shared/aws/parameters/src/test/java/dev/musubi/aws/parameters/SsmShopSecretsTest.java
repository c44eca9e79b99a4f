package dev.musubi.aws.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets.Lookup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.SsmException;

class SsmShopSecretsTest {

  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final String NAME = "/musubi/prod/shops/kyoto-tea";
  private static final String DOCUMENT =
      """
      {"line":{"channelId":"1650000000","channelSecret":"line-now",
        "previousChannelSecret":"line-before","destination":"U0123"},
       "shopify":{"clientId":"client","clientSecret":"shopify-now"}}""";

  private final Parameters ssm = new Parameters();
  private volatile Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private final SsmShopSecrets secrets = SsmShopSecrets.atTheDoor(ssm, "prod", () -> now);

  @Test
  void a_registered_shop_is_read_decrypted_with_its_current_secrets_first() {
    ssm.documents.put(NAME, DOCUMENT);
    Lookup.Found found = (Lookup.Found) secrets.of(SHOP);
    assertThat(found.secrets().line().channelId()).isEqualTo("1650000000");
    assertThat(found.secrets().line().destination()).isEqualTo("U0123");
    assertThat(found.secrets().line().channelSecrets())
        .extracting(Secret::value)
        .containsExactly("line-now", "line-before");
    assertThat(found.secrets().shopify().clientSecrets())
        .extracting(Secret::value)
        .containsExactly("shopify-now");
    assertThat(ssm.asked).singleElement().matches(GetParametersRequest::withDecryption);
  }

  @Test
  void a_shop_is_read_again_after_five_minutes_and_not_before() {
    ssm.documents.put(NAME, DOCUMENT);
    secrets.of(SHOP);
    pass(Duration.ofMinutes(5).minusSeconds(1));
    secrets.of(SHOP);
    assertThat(ssm.asked).hasSize(1);
    ssm.documents.put(NAME, DOCUMENT.replace("line-now", "line-next"));
    pass(Duration.ofSeconds(1));
    assertThat(secrets.of(SHOP).toString()).doesNotContain("line-");
    assertThat(((Lookup.Found) secrets.of(SHOP)).secrets().line().channelSecrets().getFirst())
        .isEqualTo(new Secret("line-next"));
    assertThat(ssm.asked).hasSize(2);
  }

  @Test
  void an_unknown_shop_is_asked_for_once_a_minute() {
    assertThat(secrets.of(SHOP)).isEqualTo(new Lookup.Unknown());
    pass(Duration.ofSeconds(59));
    assertThat(secrets.of(SHOP)).isEqualTo(new Lookup.Unknown());
    assertThat(ssm.asked).hasSize(1);
    ssm.documents.put(NAME, DOCUMENT);
    pass(Duration.ofSeconds(1));
    assertThat(secrets.of(SHOP)).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void strangers_cannot_use_up_the_accounts_reads() {
    ssm.documents.put(NAME, DOCUMENT);
    secrets.of(SHOP);
    List<Lookup> answers =
        IntStream.range(0, 50).mapToObj(i -> secrets.of(new ShopId("stranger-" + i))).toList();
    assertThat(answers.subList(0, 19)).containsOnly(new Lookup.Unknown());
    assertThat(answers.subList(19, 50)).containsOnly(new Lookup.Busy());
    assertThat(ssm.asked).hasSize(20);
    assertThat(secrets.of(SHOP)).isInstanceOf(Lookup.Found.class);
    pass(FRESH);
    assertThat(secrets.of(SHOP)).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void one_more_stranger_is_looked_up_each_second_and_never_more_than_twenty_at_once() {
    IntStream.range(0, 20).forEach(i -> secrets.of(new ShopId("stranger-" + i)));
    pass(Duration.ofMillis(1_500));
    assertThat(secrets.of(new ShopId("late-1"))).isEqualTo(new Lookup.Unknown());
    assertThat(secrets.of(new ShopId("late-2"))).isEqualTo(new Lookup.Busy());
    pass(Duration.ofMillis(500));
    assertThat(secrets.of(new ShopId("late-2"))).isEqualTo(new Lookup.Unknown());
    pass(Duration.ofDays(1));
    List<Lookup> burst =
        IntStream.range(0, 21).mapToObj(i -> secrets.of(new ShopId("again-" + i))).toList();
    assertThat(burst).containsOnlyOnce(new Lookup.Busy()).endsWith(new Lookup.Busy());
  }

  @Test
  void when_ssm_fails_the_credentials_read_before_are_used_for_an_hour_more() {
    ssm.documents.put(NAME, DOCUMENT);
    secrets.of(SHOP);
    ssm.down = true;
    pass(FRESH.plus(Duration.ofMinutes(59)));
    assertThat(secrets.of(SHOP)).isInstanceOf(Lookup.Found.class);
    pass(Duration.ofMinutes(1));
    assertThatThrownBy(() -> secrets.of(SHOP)).isInstanceOf(SsmException.class);
  }

  @Test
  void while_ssm_fails_it_is_not_asked_for_every_request() {
    ssm.documents.put(NAME, DOCUMENT);
    secrets.of(SHOP);
    ssm.down = true;
    pass(FRESH);
    IntStream.range(0, 10).forEach(i -> secrets.of(SHOP));
    assertThat(ssm.asked).hasSize(2);
  }

  @Test
  void a_shop_whose_parameter_was_removed_is_unknown_once_its_time_is_over() {
    ssm.documents.put(NAME, DOCUMENT);
    secrets.of(SHOP);
    ssm.documents.clear();
    pass(FRESH);
    assertThat(secrets.of(SHOP)).isEqualTo(new Lookup.Unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush hush",
        "[]",
        "{}",
        "{\"line\":{\"channelId\":\"1\",\"channelSecret\":\"hush\",\"destination\":\"U\"}}",
        "{\"line\":{\"channelId\":5,\"channelSecret\":\"hush\",\"destination\":\"U\"},"
            + "\"shopify\":{\"clientId\":\"c\",\"clientSecret\":\"hush\"}}"
      })
  void a_document_at_fault_is_named_by_its_parameter_and_never_quoted(String document) {
    ssm.documents.put(NAME, document);
    assertThatThrownBy(() -> secrets.of(SHOP))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(NAME)
        .hasMessageNotContaining("hush")
        .hasNoCause();
  }

  @Test
  void many_requests_for_one_shop_at_once_are_one_look_up() throws Exception {
    ssm.documents.put(NAME, DOCUMENT);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ssm.gate =
        () -> {
          inside.countDown();
          await(go);
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Lookup> first = threads.submit(() -> secrets.of(SHOP));
      await(inside);
      List<Future<Lookup>> others =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> secrets.of(SHOP))).toList();
      go.countDown();
      assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(Lookup.Found.class);
      for (Future<Lookup> other : others) {
        assertThat(other.get(10, TimeUnit.SECONDS)).isInstanceOf(Lookup.Found.class);
      }
    }
    assertThat(ssm.asked).hasSize(1);
  }

  @Test
  void a_thousand_shops_of_the_stacks_own_are_all_read_where_no_stranger_can_ask() {
    List<ShopId> shops = IntStream.range(0, 1_000).mapToObj(i -> new ShopId("shop-" + i)).toList();
    shops.forEach(shop -> ssm.documents.put("/musubi/prod/shops/" + shop, DOCUMENT));
    SsmShopSecrets inside = SsmShopSecrets.inside(ssm, "prod", () -> now);
    assertThat(shops).allSatisfy(s -> assertThat(inside.of(s)).isInstanceOf(Lookup.Found.class));
  }

  private static final Duration FRESH = SsmShopSecrets.FRESH;

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static final class Parameters implements SsmClient {

    private final Map<String, String> documents = new TreeMap<>();
    private final Queue<GetParametersRequest> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean down;
    private volatile Runnable gate = () -> {};

    @Override
    public GetParametersResponse getParameters(GetParametersRequest request) {
      asked.add(request);
      gate.run();
      if (down) {
        throw SsmException.builder().message("throttled").build();
      }
      List<Parameter> found =
          request.names().stream()
              .filter(documents::containsKey)
              .map(name -> Parameter.builder().name(name).value(documents.get(name)).build())
              .toList();
      return GetParametersResponse.builder().parameters(found).build();
    }

    @Override
    public String serviceName() {
      return "ssm";
    }

    @Override
    public void close() {}
  }
}
