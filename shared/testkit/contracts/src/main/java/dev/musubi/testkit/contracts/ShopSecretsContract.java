package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ShopSecrets} does. */
public abstract class ShopSecretsContract {

  private static final Secrets DURING_A_ROTATION =
      new Secrets(
          new Secrets.Line(
              "1234567890",
              List.of(new Secret("new line secret"), new Secret("old line secret")),
              Sample.user(9).value()),
          new Secrets.Shopify("client", List.of(new Secret("new"), new Secret("old"))));

  private ShopSecrets secrets;

  protected abstract ShopSecrets empty();

  /** Stores a shop's secrets where the port finds them. */
  protected abstract void put(ShopId shop, Secrets secrets);

  @BeforeEach
  final void start() {
    secrets = empty();
  }

  @Test
  void a_shops_secrets_are_read_back_whole_the_current_ones_first() {
    put(SHOP, DURING_A_ROTATION);
    assertThat(secrets.of(SHOP)).isEqualTo(new ShopSecrets.Lookup.Found(DURING_A_ROTATION));
  }

  @Test
  void a_shop_without_secrets_is_unknown() {
    put(SHOP, DURING_A_ROTATION);
    assertThat(secrets.of(OTHER_SHOP)).isEqualTo(new ShopSecrets.Lookup.Unknown());
  }

  @Test
  void what_is_found_never_prints_a_secret() {
    put(SHOP, DURING_A_ROTATION);
    assertThat(secrets.of(SHOP).toString()).doesNotContain("new line secret", "old line secret");
  }
}
