package dev.musubi.local.shopify.storefront;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * The storefront's words in one language, out of {@code ja.properties} or {@code en.properties}.
 */
final class Words {
  private static final Words JA = read("ja");
  private static final Words EN = read("en");

  private final Properties texts;

  private Words(Properties texts) {
    this.texts = texts;
  }

  static Words in(boolean japanese) {
    return japanese ? JA : EN;
  }

  private static Words read(String language) {
    Properties texts = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(language + ".properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Words(texts);
  }

  String of(String name) {
    return Optional.ofNullable(texts.getProperty(name))
        .orElseThrow(() -> new IllegalArgumentException("there are no words for " + name));
  }

  /** With something in the place of its {@code %s}. */
  String of(String name, String what) {
    return of(name).formatted(what);
  }

  Properties all() {
    return texts;
  }
}
