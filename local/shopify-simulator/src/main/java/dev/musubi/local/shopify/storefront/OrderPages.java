package dev.musubi.local.shopify.storefront;

import static dev.musubi.local.shopify.storefront.Html.text;

import dev.musubi.local.shopify.shop.Checkout;
import dev.musubi.local.shopify.shop.Fulfillment;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.ParcelState;
import dev.musubi.local.shopify.shop.Payment;
import dev.musubi.local.shopify.webhook.OrderEvents;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages from the cart to the parcel. */
final class OrderPages {
  private final Frame frame;
  private final Words words;

  OrderPages(Frame frame) {
    this.frame = frame;
    this.words = frame.words();
  }

  String cart(Optional<Checkout> open) {
    String main =
        open.filter(c -> !c.lines().isEmpty())
            .map(
                c ->
                    table(c.lines(), this::quantity)
                        + frame.buttonLink("/checkouts/" + c.token(), words.of("toCheckout")))
            .orElseGet(
                () ->
                    Html.paragraph(words.of("emptyCart"))
                        + frame.buttonLink("/", words.of("toProducts")));
    return frame.page(words.of("cart"), Html.heading(words.of("cart")) + main);
  }

  private String quantity(Line line) {
    String name = words.of("quantity") + ": " + line.title();
    return frame.form(
        "/cart/change",
        "<div class=\"stack\">"
            + Html.hidden("product", name(line))
            + "<input type=\"number\" name=\"quantity\" min=\"0\" max=\"99\" value=\"%d\" aria-label=\"%s\">"
                .formatted(line.quantity(), text(name))
            + "<button class=\"plain small\">"
            + words.of("change")
            + "</button></div>");
  }

  private String name(Line line) {
    return frame
        .shop()
        .itemOfVariant(line.variantId())
        .map(Item::product)
        .map(product -> product.handle() + "/" + line.variantId())
        .orElse("");
  }

  private String table(List<Line> lines, Function<Line, String> quantity) {
    String rows =
        lines.stream()
            .map(
                l ->
                    "<tr><td>%s</td><td>%s</td><td class=\"number\">%s</td></tr>"
                        .formatted(text(l.title()), quantity.apply(l), frame.money(l.total())))
            .collect(Collectors.joining());
    return """
        <table><thead><tr><th scope="col">%s</th><th scope="col">%s</th>\
        <th scope="col" class="number">%s</th></tr></thead><tbody>%s</tbody>\
        <tfoot><tr><th scope="row" colspan="2">%s</th><td class="number">%s</td></tr></tfoot></table>"""
        .formatted(
            words.of("item"),
            words.of("quantity"),
            words.of("price"),
            rows,
            words.of("total"),
            frame.money(Line.total(lines)));
  }

  private String table(List<Line> lines) {
    return table(lines, line -> Integer.toString(line.quantity()));
  }

  /** With the key of its recovery address, a checkout can be completed by who is not logged in. */
  String checkout(Checkout checkout, String key) {
    String payments =
        Arrays.stream(Payment.values())
            .map(
                p ->
                    "<label><input type=\"radio\" name=\"payment\" value=\"%s\"%s> %s</label>"
                        .formatted(
                            p.label(),
                            p == Payment.CARD ? " checked" : "",
                            text(words.of("pay." + p.label()))))
            .collect(Collectors.joining());
    String buyer = frame.shop().findCustomer(checkout.customerId()).map(c -> c.name()).orElse("");
    return frame.page(
        words.of("checkout"),
        Html.heading(words.of("checkout"))
            + table(checkout.lines())
            + frame.form(
                "/checkouts/" + checkout.token(),
                Html.hidden("key", key)
                    + Html.paragraph(words.of("deliverTo") + ": " + buyer)
                    + "<fieldset><legend>%s</legend>%s</fieldset>"
                        .formatted(words.of("payment"), payments)
                    + Html.button(words.of("placeOrder"))));
  }

  String thanks(Order order) {
    return frame.page(
        words.of("thanks"),
        Html.heading(words.of("thanks"))
            + Html.paragraph(words.of("orderNumber", order.name()))
            + state(order)
            + AppBlocks.line(frame, "thank-you")
            + table(order.lines())
            + frame.buttonLink(path(order), words.of("followOrder")));
  }

  String status(Order order) {
    return frame.page(
        words.of("orderStatus"),
        Html.heading(words.of("orderNumber", order.name()))
            + state(order)
            + order.fulfillments().stream().map(this::parcel).collect(Collectors.joining())
            + AppBlocks.line(frame, "order-status")
            + table(order.lines()));
  }

  static String path(Order order) {
    return "/orders/" + OrderEvents.token(order) + "/authenticate";
  }

  /** A row for each order, the newest first. */
  String history(List<Order> orders) {
    String rows =
        orders.reversed().stream()
            .map(
                o ->
                    "<tr><td>%s</td><td>%s</td><td class=\"number\">%s</td></tr>"
                        .formatted(
                            frame.link(path(o), o.name()), states(o), frame.money(o.total())))
            .collect(Collectors.joining());
    return "<h2>%s</h2>%s"
        .formatted(
            words.of("orders"),
            rows.isEmpty() ? Html.paragraph(words.of("noOrders")) : "<table>" + rows + "</table>");
  }

  private String state(Order order) {
    return "<p class=\"notice\">" + states(order) + "</p>";
  }

  private String states(Order order) {
    String money = words.of(order.financialStatus().label());
    String goods =
        order.cancelledAt().isPresent() ? words.of("cancelled") : words.of(shipped(order));
    return text(money + " · " + goods);
  }

  private static String shipped(Order order) {
    if (!order.unshipped().isEmpty()) {
      return order.partlyShipped() ? "partlyShipped" : "unshipped";
    }
    boolean there =
        order.fulfillments().stream()
            .filter(f -> !f.cancelled())
            .allMatch(f -> f.state() == ParcelState.DELIVERED);
    return there ? "delivered" : "shipped";
  }

  private String parcel(Fulfillment parcel) {
    if (parcel.cancelled() || parcel.tracking().isEmpty()) {
      return "";
    }
    String carrier =
        parcel.tracking().get().company()
            + parcel.tracking().get().number().map(n -> " " + n).orElse("");
    String track =
        parcel
            .tracking()
            .get()
            .url()
            .map(u -> "<a href=\"%s\">%s</a>".formatted(text(u), words.of("track")))
            .orElse("");
    return "<section class=\"panel\"><p>%s</p>%s</section>".formatted(text(carrier), track);
  }
}
