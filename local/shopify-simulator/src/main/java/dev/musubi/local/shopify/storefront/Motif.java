package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.storefront.ProductPicture.Layer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is drawn on a product's picture. */
enum Motif {
  CUP(List.of("tea", "茶", "coffee")),
  POT(List.of("茶器", "pot", "kitchen")),
  BOOK(List.of("fiction", "poetry", "science", "travel", "crafts", "cooking", "children", "book")),
  PARCEL(List.of());

  private final List<String> types;

  Motif(List<String> types) {
    this.types = types;
  }

  /** By the product's type; the longer word counts more. */
  static Motif of(Product product) {
    String type = product.productType().toLowerCase(Locale.ROOT);
    Motif found = PARCEL;
    int length = 0;
    for (Motif motif : values()) {
      for (String word : motif.types) {
        if (type.contains(word) && word.length() > length) {
          found = motif;
          length = word.length();
        }
      }
    }
    return found;
  }

  /** From the back to the front; the hue is from 0 to 1. */
  List<Layer> layers(float hue) {
    Color ground = Color.getHSBColor(hue, 0.10f, 0.98f);
    Color light = Color.getHSBColor(hue, 0.22f, 0.92f);
    Color strong = Color.getHSBColor(hue, 0.60f, 0.62f);
    Color deep = Color.getHSBColor(hue, 0.65f, 0.40f);
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer(new Rectangle2D.Double(0, 0, 600, 600), ground));
    layers.add(new Layer(new Ellipse2D.Double(90, 90, 420, 420), light));
    switch (this) {
      case CUP -> cup(layers, strong, deep, ground);
      case POT -> pot(layers, strong, deep);
      case BOOK -> book(layers, strong, deep, ground);
      case PARCEL -> parcel(layers, strong, deep, ground);
    }
    return layers;
  }

  private static void cup(List<Layer> layers, Color strong, Color deep, Color ground) {
    layers.add(new Layer(stroke(new Ellipse2D.Double(365, 290, 90, 90), 22), strong));
    GeneralPath body = new GeneralPath();
    body.moveTo(180, 260);
    body.curveTo(185, 430, 230, 450, 290, 450);
    body.curveTo(350, 450, 395, 430, 400, 260);
    body.closePath();
    layers.add(new Layer(body, strong));
    layers.add(new Layer(new Ellipse2D.Double(180, 232, 220, 56), deep));
    layers.add(new Layer(new Ellipse2D.Double(200, 240, 180, 38), ground));
    layers.add(new Layer(new RoundRectangle2D.Double(170, 462, 240, 16, 16, 16), deep));
    for (int x = 240; x <= 340; x += 50) {
      GeneralPath steam = new GeneralPath();
      steam.moveTo(x, 215);
      steam.curveTo(x - 24, 185, x + 24, 165, x, 130);
      layers.add(new Layer(stroke(steam, 10), strong));
    }
  }

  private static void pot(List<Layer> layers, Color strong, Color deep) {
    layers.add(new Layer(stroke(new Ellipse2D.Double(375, 255, 110, 120), 22), strong));
    GeneralPath spout = new GeneralPath();
    spout.moveTo(220, 330);
    spout.lineTo(110, 235);
    spout.lineTo(140, 225);
    spout.lineTo(260, 285);
    spout.closePath();
    layers.add(new Layer(spout, strong));
    layers.add(new Layer(new Ellipse2D.Double(180, 215, 240, 215), strong));
    Area lid = new Area(new Ellipse2D.Double(215, 190, 170, 90));
    lid.subtract(new Area(new Rectangle2D.Double(200, 237, 200, 60)));
    layers.add(new Layer(lid, deep));
    layers.add(new Layer(new Ellipse2D.Double(282, 165, 36, 36), deep));
    layers.add(new Layer(new RoundRectangle2D.Double(225, 420, 150, 18, 18, 18), deep));
  }

  private static void book(List<Layer> layers, Color strong, Color deep, Color ground) {
    AffineTransform lean = AffineTransform.getRotateInstance(-0.10, 300, 300);
    layers.add(
        new Layer(turned(new RoundRectangle2D.Double(196, 146, 230, 318, 14, 14), lean), deep));
    layers.add(new Layer(turned(new Rectangle2D.Double(205, 152, 214, 306), lean), ground));
    layers.add(
        new Layer(turned(new RoundRectangle2D.Double(180, 140, 226, 318, 14, 14), lean), strong));
    layers.add(new Layer(turned(new Rectangle2D.Double(180, 140, 26, 318), lean), deep));
    layers.add(new Layer(turned(new Rectangle2D.Double(235, 185, 140, 18), lean), ground));
    layers.add(new Layer(turned(new Rectangle2D.Double(235, 215, 95, 12), lean), ground));
    layers.add(new Layer(turned(new Ellipse2D.Double(255, 290, 100, 100), lean), ground));
    layers.add(new Layer(turned(new Ellipse2D.Double(275, 310, 60, 60), lean), deep));
  }

  private static void parcel(List<Layer> layers, Color strong, Color deep, Color ground) {
    layers.add(new Layer(new RoundRectangle2D.Double(165, 260, 270, 190, 18, 18), strong));
    layers.add(new Layer(new RoundRectangle2D.Double(150, 215, 300, 66, 16, 16), deep));
    layers.add(new Layer(new Rectangle2D.Double(282, 215, 36, 235), ground));
    layers.add(new Layer(stroke(new Ellipse2D.Double(220, 150, 80, 60), 16), deep));
    layers.add(new Layer(stroke(new Ellipse2D.Double(300, 150, 80, 60), 16), deep));
  }

  private static Shape stroke(Shape line, int width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(line);
  }

  private static Shape turned(Shape shape, AffineTransform by) {
    return by.createTransformedShape(shape);
  }
}
