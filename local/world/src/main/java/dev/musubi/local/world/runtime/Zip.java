package dev.musubi.local.world.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks a function's zip, and nothing beyond the folder it is for. */
final class Zip {
  private Zip() {}

  static void unpack(Path zip, Path folder) {
    try (var file = new ZipFile(zip.toFile())) {
      Files.createDirectories(folder);
      for (var entry : file.stream().toList()) {
        unpack(file, entry, folder);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("The function's zip " + zip + " cannot be unpacked", cause);
    }
  }

  private static void unpack(ZipFile file, ZipEntry entry, Path folder) throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder.normalize())) {
      throw new IOException("'" + entry.getName() + "' leaves the folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    try (var content = file.getInputStream(entry)) {
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
