package dev.musubi.local.shopify.storefront;

import static dev.musubi.local.shopify.storefront.Html.text;

import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Variant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pages on which a shopper looks for something and at something. */
final class CatalogPages {
  private final Frame frame;
  private final Words words;

  CatalogPages(Frame frame) {
    this.frame = frame;
    this.words = frame.words();
  }

  String products() {
    return frame.page(
        words.of("products"), Html.heading(words.of("products")) + cards(published()));
  }

  String search(String query) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    List<Product> found =
        published().stream()
            .filter(
                p ->
                    (p.title() + " " + p.productType()).toLowerCase(Locale.ROOT).contains(wanted)
                        || p.handle().contains(wanted))
            .toList();
    String title = words.of("searchResult", query.strip());
    return frame.page(
        title,
        Html.heading(title)
            + (found.isEmpty() ? Html.paragraph(words.of("nothingFound")) : cards(found)));
  }

  private List<Product> published() {
    return frame.shop().products().stream().filter(Product::published).toList();
  }

  private String cards(Collection<Product> products) {
    return products.stream()
        .map(this::card)
        .collect(Collectors.joining("", "<ul class=\"cards\">", "</ul>"));
  }

  private String card(Product product) {
    return """
        <li><a href="%s/products/%s">%s<span class="text"><span class="title">%s</span>\
        <span class="price">%s</span> %s</span></a></li>"""
        .formatted(
            frame.prefix(),
            product.handle(),
            image(product, ""),
            text(product.title()),
            frame.money(product.lowestPrice()),
            product.variants().stream().anyMatch(v -> v.inventory().sellable()) ? "" : soldOut());
  }

  private String soldOut() {
    return "<span class=\"badge\">" + words.of("soldOut") + "</span>";
  }

  String product(Product product, Variant variant, Instant now) {
    Item item = new Item(product, variant);
    boolean looked = frame.loggedIn().filter(c -> Consent.given(frame.shop(), c)).isPresent();
    return frame.page(
        product.title(),
        """
        <div class="product"><div>%s</div><div>%s<p class="quiet">%s</p><p class="price">%s</p>%s%s\
        </div></div>%s"""
            .formatted(
                image(product, product.title()),
                Html.heading(product.title()),
                text(product.productType()),
                frame.money(variant.price()),
                variants(item),
                variant.inventory().sellable()
                    ? order(item)
                    : soldOut() + AppBlocks.tellMe(frame, item),
                looked ? ViewScript.of(frame.shop(), item, frame.prefix(), now) : ""));
  }

  private String variants(Item item) {
    if (item.product().variants().size() == 1) {
      return "";
    }
    return item.product().variants().stream()
        .map(
            v ->
                v.equals(item.variant())
                    ? "<strong>" + text(v.title()) + "</strong>"
                    : frame.link(
                        "/products/" + item.product().handle() + "?variant=" + v.id(), v.title()))
        .collect(Collectors.joining(" ", "<p>", "</p>"));
  }

  private String order(Item item) {
    String name = item.product().handle() + "/" + item.variant().id();
    String fields =
        """
        <div class="stack">%s<label class="field">%s<input type="number" name="quantity" value="1" \
        min="1" max="99"></label>"""
            .formatted(Html.hidden("product", name), words.of("quantity"));
    return frame.form(
        "/cart/add",
        fields
            + Html.button(words.of("addToCart"))
            + "<button class=\"plain\" name=\"then\" value=\"checkout\">"
            + words.of("buyNow")
            + "</button></div>");
  }

  private String image(Product product, String alt) {
    return "<img alt=\"%s\" width=\"600\" height=\"600\" src=\"%s/cdn/shop/products/%s.svg\">"
        .formatted(text(alt), frame.prefix(), product.handle());
  }
}
