package dev.musubi.local.world.acts;

import dev.musubi.local.shopify.ShopSimulator;
import dev.musubi.local.shopify.storefront.ProxyAnswer;
import dev.musubi.local.world.acts.Acts.Scene;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.web.Problem;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What a shopper does on the pages of "tell me", as the button of the product's page leads there.
 */
final class WishActs {
  private static final URI LIST = URI.create(DemoShop.PROXY_PATH + "/restocks");

  private final ShopSimulator shop;
  private final Browser browser;
  private final Scene scene;

  WishActs(ShopSimulator shop, Browser browser, Scene scene) {
    this.shop = shop;
    this.browser = browser;
    this.scene = scene;
  }

  /** Presses the button; who waits already only sees the page that says so. */
  Map<String, Object> subscribe() {
    long variant = variant(scene.product());
    ProxyAnswer asked =
        browser.open(URI.create(DemoShop.PROXY_PATH + "/restock?variant=" + variant));
    Optional<ProxyAnswer> wished = browser.press(asked, form -> true);
    if (wished.isEmpty() && browser.leadsAway(asked)) {
      throw new Problem(409, "The shop does not take the wish: " + Browser.title(asked) + ".");
    }
    return page(wished.orElse(asked));
  }

  /** Takes the product off the list, or everything where none is named. */
  Map<String, Object> unsubscribe() {
    ProxyAnswer list = browser.open(LIST);
    Optional<String> field =
        scene
            .body()
            .optionalText("product")
            .map(product -> "name=\"variant\" value=\"" + variant(product) + "\"");
    return page(
        browser
            .press(
                list,
                form -> field.map(form::contains).orElseGet(() -> !form.contains("\"variant\"")))
            .orElseThrow(
                () ->
                    new Problem(
                        409, "There is nothing to take off: " + Browser.title(list) + ".")));
  }

  private long variant(String product) {
    return shop.variant(scene.handle(), product);
  }

  private static Map<String, Object> page(ProxyAnswer answer) {
    if (answer.status() != 200) {
      throw new Problem(
          502,
          "The shop answered with status %d: %s."
              .formatted(answer.status(), Browser.title(answer)));
    }
    return Map.of("page", Browser.title(answer));
  }
}
