package dev.musubi.local.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The zips as they are deployed; they are built in the package phase of their modules. */
final class Zips {

  private Zips() {}

  static Path of(String function) {
    Path zip =
        Project.ROOT.resolve("functions/" + function + "/target/musubi-" + function + ".zip");
    if (!Files.exists(zip)) {
      throw new IllegalStateException("There is no " + zip + ": build it with `make build`.");
    }
    return zip;
  }

  /** The paths of a zip's files. */
  static List<String> names(Path zip) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file of a zip with its bytes, by its path. */
  static Map<String, byte[]> files(Path zip) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** The classes as Lambda loads them: the zip's own and those of its libraries, nothing else. */
  static URLClassLoader loader(Path zip, Path folder) {
    try {
      Files.createDirectories(folder); // else its address would be that of a file
      List<URL> urls = new ArrayList<>();
      urls.add(folder.toUri().toURL());
      for (Map.Entry<String, byte[]> file : files(zip).entrySet()) {
        Path copy = folder.resolve(file.getKey());
        Files.createDirectories(copy.getParent());
        Files.write(copy, file.getValue());
        if (file.getKey().startsWith("lib/")) {
          urls.add(copy.toUri().toURL());
        }
      }
      return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
