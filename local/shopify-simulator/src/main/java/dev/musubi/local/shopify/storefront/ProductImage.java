package dev.musubi.local.shopify.storefront;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A product's picture: a coloured card with a shape, both by the product's number. */
final class ProductImage {
  private static final int SIDE = 600;

  private ProductImage() {}

  /** As PNG. */
  static byte[] png(long product) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = Math.floorMod(product * 47, 360) / 360f;
    pen.setColor(Color.getHSBColor(hue, 0.18f, 0.98f));
    pen.fillRect(0, 0, SIDE, SIDE);
    pen.setColor(Color.getHSBColor(hue, 0.55f, 0.75f));
    shape(pen, Math.floorMod(product, 4));
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void shape(Graphics2D pen, int which) {
    int from = SIDE / 4;
    int size = SIDE / 2;
    switch (which) {
      case 0 -> pen.fillOval(from, from, size, size);
      case 1 -> pen.fillRoundRect(from, from, size, size, size / 4, size / 4);
      case 2 ->
          pen.fillPolygon(
              new Polygon(
                  new int[] {SIDE / 2, from + size, from},
                  new int[] {from, from + size, from + size},
                  3));
      default ->
          pen.fillPolygon(
              new Polygon(
                  new int[] {SIDE / 2, from + size, SIDE / 2, from},
                  new int[] {from, SIDE / 2, from + size, SIDE / 2},
                  4));
    }
  }
}
