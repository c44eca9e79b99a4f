package dev.musubi.local.world.frontdoor;

import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.local.world.parameters.Parameter;
import dev.musubi.testkit.contracts.SecretsDocument;
import dev.musubi.testkit.contracts.ShopSecretsContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The deployed reader of secrets on the world's parameters, through the front door. */
class SsmShopSecretsContractTest extends ShopSecretsContract {

  private final RunningWorld world = new RunningWorld("/outbox.yaml");

  @Override
  protected ShopSecrets empty() {
    return SsmShopSecrets.atTheDoor(world.ssm("Everything"), "demo", world.clock);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  protected void put(ShopId shop, Secrets secrets) {
    world.parameters.put(
        "/musubi/demo/shops/" + shop,
        Optional.of(Parameter.Type.SECURE_STRING),
        SecretsDocument.of(secrets),
        false);
  }
}
