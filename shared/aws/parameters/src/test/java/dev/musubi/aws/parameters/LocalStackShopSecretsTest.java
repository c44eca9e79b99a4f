package dev.musubi.aws.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.shop.ShopSecrets.Lookup;
import dev.musubi.testkit.contracts.SecretsDocument;
import dev.musubi.testkit.contracts.ShopSecretsContract;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** The deployed reader of secrets on LocalStack's SSM, and where that is not like AWS's. */
@EnabledIfEnvironmentVariable(
    named = "MUSUBI_LOCALSTACK",
    matches = "http.+",
    disabledReason = "LocalStack is not running: .ci/check-localstack runs this against one")
class LocalStackShopSecretsTest extends ShopSecretsContract {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T09:00:00Z"));
  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final String NAME = "/musubi/demo/shops/kyoto-tea";

  private static SsmClient ssm;

  @BeforeAll
  static void connect() {
    ssm =
        SsmClient.builder()
            .endpointOverride(URI.create(System.getenv("MUSUBI_LOCALSTACK")))
            .region(Region.AP_NORTHEAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  @AfterAll
  static void disconnect() {
    ssm.close();
  }

  @Override
  protected ShopSecrets empty() {
    List<String> all =
        ssm.getParametersByPathPaginator(r -> r.path("/musubi/demo/shops")).stream()
            .flatMap(page -> page.parameters().stream())
            .map(Parameter::name)
            .toList();
    all.forEach(name -> ssm.deleteParameter(r -> r.name(name)));
    return SsmShopSecrets.atTheDoor(ssm, "demo", CLOCK);
  }

  @Override
  protected void put(ShopId shop, Secrets secrets) {
    put("/musubi/demo/shops/" + shop, SecretsDocument.of(secrets));
  }

  @Test
  void a_shop_whose_secrets_were_forgotten_is_unknown_and_forgetting_it_again_is_harmless() {
    put(NAME, "{}");
    SsmShopSecrets secrets = SsmShopSecrets.atTheDoor(ssm, "demo", CLOCK);
    secrets.forget(SHOP);
    secrets.forget(SHOP);

    assertThat(secrets.of(SHOP)).isEqualTo(new Lookup.Unknown());
  }

  /**
   * AWS hands out the <a
   * href="https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html">encrypted
   * value</a> then. That the reader asks for decryption is so not shown here but by what SSM was
   * asked, in {@link SsmShopSecretsTest}.
   */
  @Test
  void unlike_at_aws_a_secure_string_that_is_not_decrypted_can_be_read() {
    put(NAME, "hush");

    assertThat(ssm.getParameter(r -> r.name(NAME)).parameter().value()).contains("hush");
  }

  /**
   * AWS's standard tier refuses more than <a
   * href="https://docs.aws.amazon.com/general/latest/gr/ssm.html#limits_ssm">4 KB</a>; the local
   * world does, too.
   */
  @Test
  void unlike_at_aws_a_value_may_be_longer_than_four_kilobytes() {
    put(NAME, "x".repeat(4_097));

    assertThat(ssm.getParameter(r -> r.name(NAME).withDecryption(true)).parameter().value())
        .hasSize(4_097);
  }

  private static void put(String name, String value) {
    ssm.putParameter(r -> r.name(name).type(ParameterType.SECURE_STRING).value(value));
  }
}
