package dev.musubi.local.world.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs classes of the tests the way a function's build does: classes at the root. */
final class TestZip {
  private TestZip() {}

  static Path of(Path file, Class<?>... classes) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var type : classes) {
        var name = type.getName().replace('.', '/') + ".class";
        zip.putNextEntry(new ZipEntry(name));
        try (var content = type.getClassLoader().getResourceAsStream(name)) {
          content.transferTo(zip);
        }
      }
    }
    return file;
  }
}
