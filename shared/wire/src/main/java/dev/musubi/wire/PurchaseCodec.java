package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;

/** {@link Purchase} as it is stored. */
public final class PurchaseCodec implements Codec<Purchase> {

  @Override
  public ObjectNode tree(Purchase purchase) {
    ObjectNode tree =
        Json.object()
            .put("order", purchase.order().toString())
            .put("customer", purchase.customer().toString())
            .put("at", purchase.at().toString());
    ArrayNode products = tree.putArray("products");
    purchase.products().forEach(product -> products.add(product.number()));
    return tree.put("cancelled", purchase.cancelled());
  }

  @Override
  public Purchase value(Fields fields) {
    return new Purchase(
        fields.parsed("order", "an order", PurchaseCodec::order),
        fields.parsed("customer", "a customer", IntentCodec::customer),
        fields.instant("at"),
        fields.numbers("products").stream().map(ProductId::new).toList(),
        fields.flag("cancelled"));
  }

  static OrderId order(String digits) {
    return OrderId.parse(digits).orElseThrow(IllegalArgumentException::new);
  }
}
