package dev.musubi.local.shopify.storefront;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Shop;
import java.time.Instant;

/**
 * The script of a product page: asks the app proxy for a visitor token and posts the pixel's event
 * with it, as text so that the browser asks no permission first.
 */
final class ViewScript {
  private static final String SCRIPT =
      """
      <script>
      (async () => {
        const visit = await fetch('%s/visit', {credentials: 'same-origin'});
        if (!visit.ok) return;
        const {visitorToken} = await visit.json();
        if (!visitorToken) return;
        const event = {id: crypto.randomUUID(), name: 'product_viewed', type: 'standard', seq: 1,
          clientId: localStorage.clientId ||= crypto.randomUUID(),
          timestamp: new Date(%d + Math.round(performance.now())).toISOString(), data: %s};
        await fetch(%s, {method: 'POST', keepalive: true,
          headers: {'Content-Type': 'text/plain'}, body: JSON.stringify({visitorToken, event})});
      })();
      </script>
      """;

  private ViewScript() {}

  /** The event is dated by the shop's clock, which need not be the browser's. */
  static String of(Shop shop, Item item, String prefix, Instant now) {
    ObjectNode data = Pixel.data(shop, item);
    String pixel = "'" + shop.spec().musubi().pixel() + "'";
    return SCRIPT.formatted(
        prefix + AppProxy.PREFIX, now.toEpochMilli(), inScript(data.toString()), pixel);
  }

  /** So that no text can end the script. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
