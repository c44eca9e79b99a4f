package dev.musubi.local.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The libraries that one zip may carry, and its size in megabytes (10⁶ bytes), as {@code zips.yaml}
 * says.
 */
record ZipAllowance(String function, SortedSet<String> libraries, int megabytes) {

  static ZipAllowance of(String function) {
    Map<?, ?> document = document();
    Map<?, ?> groups = (Map<?, ?>) document.get("groups");
    Map<?, ?> zip =
        Optional.ofNullable((Map<?, ?>) ((Map<?, ?>) document.get("zips")).get(function))
            .orElseThrow(() -> new IllegalStateException("zips.yaml does not know " + function));
    SortedSet<String> libraries = new TreeSet<>();
    for (Object group : (List<?>) zip.get("groups")) {
      ((List<?>) groups.get(group)).forEach(library -> libraries.add((String) library));
    }
    return new ZipAllowance(function, libraries, (Integer) zip.get("megabytes"));
  }

  /** What is wrong with a zip of these files and that many bytes. */
  List<String> complaints(Iterable<String> files, long bytes) {
    List<String> complaints = new ArrayList<>();
    String own = "dev/musubi/" + function.replace("-", "") + "/";
    for (String file : files) {
      if (file.startsWith("lib/")) {
        String library = file.replaceAll("^lib/|-\\d[\\w.-]*\\.jar$", "");
        if (!libraries.contains(library)) {
          complaints.add(function + " carries the library " + library);
        }
      } else if (file.endsWith(".class") && !file.startsWith(own)) {
        complaints.add(function + " carries the foreign class " + file);
      }
    }
    if (bytes > megabytes * 1_000_000L) {
      complaints.add("%s has %d bytes, its budget is %d MB".formatted(function, bytes, megabytes));
    }
    return complaints;
  }

  private static Map<?, ?> document() {
    try (InputStream in = ZipAllowance.class.getResourceAsStream("/zips.yaml")) {
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
