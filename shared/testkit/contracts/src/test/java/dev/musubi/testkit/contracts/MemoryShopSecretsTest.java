package dev.musubi.testkit.contracts;

import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.testkit.memory.MemoryShopSecrets;

class MemoryShopSecretsTest extends ShopSecretsContract {

  private final MemoryShopSecrets secrets = new MemoryShopSecrets();

  @Override
  protected ShopSecrets empty() {
    return secrets;
  }

  @Override
  protected void put(ShopId shop, Secrets of) {
    secrets.put(shop, of);
  }
}
