package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shopping.Milestone;
import dev.musubi.core.shopping.Milestones;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.ProductId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@link Order} as it is stored. */
public final class OrderCodec implements Codec<Order> {

  /** A huge exponent would fill the memory as soon as the amount is rounded. */
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

  @Override
  public ObjectNode tree(Order order) {
    ObjectNode tree = Json.object().put("order", order.id().toString());
    order.customer().ifPresent(customer -> tree.put("customer", customer.toString()));
    tree.set("origin", tree(order.origin()));
    tree.set("bill", tree(order.bill()));
    tree.set("progress", tree(order.progress()));
    tree.set("parcels", Json.array(order.parcels().stream().map(ParcelCodec::tree)));
    return tree;
  }

  private static ObjectNode tree(Order.Origin origin) {
    ObjectNode tree =
        Json.object()
            .put("number", origin.number())
            .put("placedAt", origin.placedAt().toString())
            .put("pos", origin.pos())
            .put("test", origin.test());
    origin.page().ifPresent(page -> tree.put("page", page.toString()));
    origin.phone().ifPresent(phone -> tree.put("phoneHash", phone.hex()));
    return tree;
  }

  private static ObjectNode tree(Order.Bill bill) {
    ObjectNode tree = Json.object().put("items", bill.items());
    bill.total()
        .ifPresent(
            price ->
                tree.put("total", price.amount().toPlainString())
                    .put("currency", price.currency().getCurrencyCode()));
    ArrayNode products = tree.putArray("products");
    bill.products().forEach(product -> products.add(product.number()));
    return tree;
  }

  private static ObjectNode tree(Order.Progress progress) {
    ObjectNode tree =
        Json.object()
            .put("payment", progress.payment().name())
            .put("awaited", progress.awaited())
            .put("updatedAt", progress.updatedAt().toString());
    progress.cancelledAt().ifPresent(at -> tree.put("cancelledAt", at.toString()));
    progress.refundedAt().ifPresent(at -> tree.put("refundedAt", at.toString()));
    tree.set("milestones", tree(progress.milestones()));
    return tree;
  }

  static <S extends Enum<S>> ObjectNode tree(Milestones<S> milestones) {
    ObjectNode tree = Json.object();
    milestones
        .reached()
        .forEach(
            (status, milestone) ->
                tree.putObject(status.name())
                    .put("at", milestone.at().toString())
                    .put("handedOn", milestone.handedOn()));
    return tree;
  }

  @Override
  public Order value(Fields fields) {
    return new Order(
        fields.parsed("order", "an order", PurchaseCodec::order),
        fields.maybe("customer", "a customer", IntentCodec::customer),
        origin(fields.object("origin")),
        bill(fields.object("bill")),
        progress(fields.object("progress")),
        fields.objects("parcels").stream().map(ParcelCodec::value).toList());
  }

  private static Order.Origin origin(Fields fields) {
    return new Order.Origin(
        fields.text("number"),
        fields.instant("placedAt"),
        fields.flag("pos"),
        fields.flag("test"),
        fields.maybe("page", "a URI", URI::create),
        fields.maybe("phoneHash", "a hash", PhoneHash::new));
  }

  private static Order.Bill bill(Fields fields) {
    return new Order.Bill(
        fields
            .maybe("total", "an amount", OrderCodec::amount)
            .map(
                total ->
                    new Order.Price(
                        total, fields.parsed("currency", "a currency", Currency::getInstance))),
        fields.whole("items"),
        fields.numbers("products").stream().map(ProductId::new).toList());
  }

  private static Order.Progress progress(Fields fields) {
    return new Order.Progress(
        fields.one("payment", Payment.class),
        fields.flag("awaited"),
        fields.maybe("cancelledAt", "an instant", Instant::parse),
        fields.maybe("refundedAt", "an instant", Instant::parse),
        fields.instant("updatedAt"),
        milestones(fields, OrderStatus.class));
  }

  static <S extends Enum<S>> Milestones<S> milestones(Fields fields, Class<S> type) {
    SortedMap<S, Milestone> reached = new TreeMap<>();
    for (Map.Entry<String, Fields> entry : fields.object("milestones").objects().entrySet()) {
      Fields milestone = entry.getValue();
      reached.put(
          status(fields, entry.getKey(), type),
          new Milestone(milestone.instant("at"), milestone.flag("handedOn")));
    }
    return new Milestones<>(reached);
  }

  private static <S extends Enum<S>> S status(Fields fields, String name, Class<S> type) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw fields.wrong("milestones", "known statuses");
    }
  }

  private static BigDecimal amount(String text) {
    if (!AMOUNT.matcher(text).matches()) {
      throw new IllegalArgumentException("not an amount");
    }
    return new BigDecimal(text);
  }
}
