package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.shop.Product;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A product's picture, drawn by its type and coloured by its number: the same shapes as SVG for the
 * storefront and as PNG, which messages need.
 */
record ProductPicture(List<Layer> layers) {
  static final int SIDE = 600;

  /** A filled shape. */
  record Layer(Shape shape, Color fill) {}

  static ProductPicture of(Product product) {
    float hue = Math.floorMod(product.id() * 47, 360) / 360f;
    return new ProductPicture(Motif.of(product).layers(hue));
  }

  byte[] png() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    layers.forEach(
        layer -> {
          pen.setColor(layer.fill());
          pen.fill(layer.shape());
        });
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 600\">");
    layers.forEach(
        layer ->
            svg.append(
                "<path fill=\"#%06x\" d=\"%s\"/>"
                    .formatted(layer.fill().getRGB() & 0xffffff, path(layer.shape()))));
    return svg.append("</svg>").toString();
  }

  private static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> segment(path, 'M', at, 2);
        case PathIterator.SEG_LINETO -> segment(path, 'L', at, 2);
        case PathIterator.SEG_QUADTO -> segment(path, 'Q', at, 4);
        case PathIterator.SEG_CUBICTO -> segment(path, 'C', at, 6);
        default -> path.append('Z');
      }
    }
    return path.toString();
  }

  private static void segment(StringBuilder path, char kind, double[] at, int numbers) {
    path.append(kind);
    for (int i = 0; i < numbers; i++) {
      path.append(String.format(Locale.ROOT, i == 0 ? "%.1f" : " %.1f", at[i]));
    }
  }
}
