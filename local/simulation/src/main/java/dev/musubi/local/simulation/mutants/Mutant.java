package dev.musubi.local.simulation.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A planted fault: a sentence, within how many seeds it has to be found, and small changes of
 * sources. Its file reads {@code <sentence>}, {@code within <seeds>}, and for each change {@code
 * file <path>}, {@code ---}, what stands there, {@code +++}, what stands there instead.
 */
record Mutant(String name, String sentence, long within, List<Change> changes) {

  Mutant {
    Objects.requireNonNull(name, "'name' must not be null");
    Objects.requireNonNull(sentence, "'sentence' must not be null");
    changes = List.copyOf(changes);
    if (within < 1 || changes.isEmpty()) {
      throw new IllegalArgumentException(name + " needs 'within' and a change");
    }
  }

  /** A text of a source that stands there exactly once, and what it is changed to. */
  record Change(String file, String before, String after) {}

  static Mutant read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<Change> changes = new ArrayList<>();
      for (int i = 2; i < lines.size(); i++) {
        if (lines.get(i).startsWith("file ")) {
          int minus = next(lines, "---", i);
          int plus = next(lines, "+++", minus);
          int end = next(lines, "file ", plus);
          changes.add(
              new Change(
                  lines.get(i).substring("file ".length()),
                  String.join("\n", lines.subList(minus + 1, plus)),
                  String.join("\n", lines.subList(plus + 1, end))));
        }
      }
      return new Mutant(
          file.getFileName().toString().replaceAll("\\.mutant$", ""),
          lines.get(0),
          Long.parseLong(lines.get(1).substring("within ".length())),
          changes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int next(List<String> lines, String start, int after) {
    int line = after + 1;
    while (line < lines.size() && !lines.get(line).startsWith(start)) {
      line++;
    }
    return line;
  }

  /** The changed sources by their paths; throws if one no longer stands as the change expects. */
  Map<String, String> sources(Path root) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Change change : changes) {
      String source =
          sources.computeIfAbsent(
              change.file(),
              path -> {
                try {
                  return Files.readString(root.resolve(path));
                } catch (IOException e) {
                  throw new UncheckedIOException(name + " no longer applies", e);
                }
              });
      int at = source.indexOf(change.before());
      if (at < 0 || source.indexOf(change.before(), at + 1) >= 0) {
        throw new IllegalStateException(
            name
                + " no longer applies: in "
                + change.file()
                + " there is not exactly one\n"
                + change.before());
      }
      sources.put(
          change.file(),
          source.substring(0, at)
              + change.after()
              + source.substring(at + change.before().length()));
    }
    return sources;
  }
}
