package dev.musubi.local.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reads how large a picture is, without decoding it. */
final class Picture {
  private Picture() {}

  record Size(int width, int height) {}

  /** Empty when the bytes are no picture of that type. */
  static Optional<Size> sizeOf(byte[] bytes, String contentType) {
    var readers = ImageIO.getImageReadersByMIMEType(contentType);
    if (!readers.hasNext()) {
      return Optional.empty();
    }
    var reader = readers.next();
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(input);
      return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }
}
