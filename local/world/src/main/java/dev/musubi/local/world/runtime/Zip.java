package dev.musubi.local.world.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A world's own copy of a function's zip, unpacked when the function first starts. */
final class Zip {
  private final Path origin;
  private final Path copy;
  private final Path folder;
  private boolean unpacked;

  private Zip(Path origin, Path copy, Path folder) {
    this.origin = origin;
    this.copy = copy;
    this.folder = folder;
  }

  /** Copies it beside the folder that it is for. */
  static Zip copy(Path zip, Path folder) {
    var copy = folder.resolveSibling(folder.getFileName() + ".zip");
    try {
      Files.createDirectories(folder);
      Files.copy(zip, copy, StandardCopyOption.REPLACE_EXISTING);
      return new Zip(zip, copy, folder);
    } catch (IOException cause) {
      throw new UncheckedIOException("The function's zip " + zip + " cannot be copied", cause);
    }
  }

  /** Unpacks the copy, and nothing beyond its folder. */
  synchronized void unpackOnce() {
    if (unpacked) {
      return;
    }
    try (var file = new ZipFile(copy.toFile())) {
      for (var entry : file.stream().toList()) {
        unpack(file, entry, folder);
      }
      unpacked = true;
    } catch (IOException cause) {
      throw new UncheckedIOException("The function's zip " + origin + " cannot be unpacked", cause);
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
