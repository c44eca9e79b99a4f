package dev.musubi.core.sending;

import dev.musubi.core.shop.ShopId;

/** Port: waits until the shop's channel may take one more request. */
public interface Pacer {

  void await(ShopId shop);
}
