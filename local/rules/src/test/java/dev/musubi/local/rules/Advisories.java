package dev.musubi.local.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The holes that {@code .ci/advisories.yaml} knows, in versions of libraries. */
record Advisories(List<Advisories.Hole> holes) {

  private static final Pattern JAR = Pattern.compile("lib/(.+?)-(\\d[\\w.]*)[\\w.-]*\\.jar");

  Advisories {
    holes = List.copyOf(holes);
  }

  /** {@code from} is the first version that has it, {@code fixed} the first that does not. */
  record Hole(String id, String library, String from, String fixed, Optional<String> harmless) {

    boolean in(String name, String version) {
      return name.equals(library) && compare(version, from) >= 0 && compare(version, fixed) < 0;
    }
  }

  static Advisories listed() {
    Path list = Project.ROOT.resolve(".ci/advisories.yaml");
    try (InputStream in = Files.newInputStream(list)) {
      Map<?, ?> document =
          (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return new Advisories(
          ((List<?>) document.get("advisories"))
              .stream().map(entry -> hole((Map<?, ?>) entry)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is known about a zip's files, one line each. */
  List<String> complaints(List<String> files) {
    return files.stream()
        .map(JAR::matcher)
        .filter(Matcher::matches)
        .flatMap(jar -> complaints(jar.group(1), jar.group(2)))
        .toList();
  }

  private Stream<String> complaints(String library, String version) {
    return holes.stream()
        .filter(hole -> hole.harmless().isEmpty() && hole.in(library, version))
        .map(
            hole ->
                "%s %s has %s, mended in %s".formatted(library, version, hole.id(), hole.fixed()));
  }

  /** Versions as Maven orders them, as far as numbers go; a word in them counts for nothing. */
  static int compare(String one, String other) {
    BigInteger[] a = numbers(one);
    BigInteger[] b = numbers(other);
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      int order = at(a, i).compareTo(at(b, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger at(BigInteger[] numbers, int index) {
    return index < numbers.length ? numbers[index] : BigInteger.ZERO;
  }

  private static BigInteger[] numbers(String version) {
    return Arrays.stream(version.split("\\D+"))
        .filter(number -> !number.isEmpty())
        .map(BigInteger::new)
        .toArray(BigInteger[]::new);
  }

  private static Hole hole(Map<?, ?> entry) {
    return new Hole(
        (String) entry.get("id"),
        (String) entry.get("library"),
        (String) entry.get("from"),
        (String) entry.get("fixed"),
        Optional.ofNullable((String) entry.get("harmless")));
  }
}
