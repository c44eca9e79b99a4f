package dev.musubi.local.shopify.shop;

/** What an act names: a product with one of its variants. */
public record Item(Product product, Variant variant) {

  public Line line(int quantity) {
    return new Line(
        product.id(), variant.id(), product.title(), variant.title(), variant.price(), quantity);
  }
}
