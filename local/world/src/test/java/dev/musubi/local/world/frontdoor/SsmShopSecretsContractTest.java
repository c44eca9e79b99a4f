package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.local.world.parameters.Parameter;
import dev.musubi.testkit.contracts.ShopSecretsContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The deployed reader of secrets on the world's parameters, through the front door. */
class SsmShopSecretsContractTest extends ShopSecretsContract {

  private final RunningWorld world = new RunningWorld("/outbox.yaml");

  @Override
  protected ShopSecrets empty() {
    return new SsmShopSecrets(world.ssm("Everything"), "demo", world.clock);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  protected void put(ShopId shop, Secrets secrets) {
    ObjectNode document = new ObjectMapper().createObjectNode();
    ObjectNode line = document.putObject("line");
    line.put("channelId", secrets.line().channelId());
    line.put("destination", secrets.line().destination());
    put(line, "channelSecret", "previousChannelSecret", secrets.line().channelSecrets());
    ObjectNode shopify = document.putObject("shopify");
    shopify.put("clientId", secrets.shopify().clientId());
    put(shopify, "clientSecret", "previousClientSecret", secrets.shopify().clientSecrets());
    world.parameters.put(
        "/musubi/demo/shops/" + shop,
        Optional.of(Parameter.Type.SECURE_STRING),
        document.toString(),
        false);
  }

  private static void put(ObjectNode node, String current, String previous, List<Secret> secrets) {
    node.put(current, secrets.getFirst().value());
    if (secrets.size() > 1) {
      node.put(previous, secrets.get(1).value());
    }
  }
}
