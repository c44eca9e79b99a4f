package dev.musubi.local.world;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be chosen about a world before it starts.
 *
 * @param root the project's folder: the one with {@code template.yaml}
 * @param port of the page and the interface; 0 is any free one
 * @param clock the instant at which the world begins, the real time where there is none
 * @param data the folder that keeps the state, memory where there is none
 * @param lineBase another server for LINE's API
 * @param shopifyBase another server for Shopify's Admin API
 * @param moreShops how many shops there are beside the demo's two
 */
public record Options(
    Path root,
    int port,
    Optional<Instant> clock,
    Optional<Path> data,
    Optional<URI> lineBase,
    Optional<URI> shopifyBase,
    int moreShops) {
  private static final String TEMPLATE = "template.yaml";
  private static final int DEFAULT_PORT = 8080;

  /**
   * Reads the environment variables {@code MUSUBI_…}; an empty one is as good as none.
   *
   * @throws StartFailure with a sentence that names the variable
   */
  public static Options of(Map<String, String> environment, Path folder) {
    return new Options(
        root(folder),
        value(environment, "MUSUBI_PORT").map(Options::port).orElse(DEFAULT_PORT),
        value(environment, "MUSUBI_CLOCK").map(Options::clock),
        value(environment, "MUSUBI_DATA").map(text -> data(text, folder)),
        value(environment, "MUSUBI_LINE_BASE").map(text -> base("MUSUBI_LINE_BASE", text)),
        value(environment, "MUSUBI_SHOPIFY_BASE").map(text -> base("MUSUBI_SHOPIFY_BASE", text)),
        value(environment, "MUSUBI_SHOPS").map(Options::shops).orElse(0));
  }

  /** The template that says what the world is made of. */
  public Path template() {
    return root.resolve(TEMPLATE);
  }

  private static Path root(Path folder) {
    return Stream.iterate(folder.toAbsolutePath().normalize(), at -> at != null, Path::getParent)
        .filter(at -> Files.isRegularFile(at.resolve(TEMPLATE)))
        .findFirst()
        .orElseThrow(
            () ->
                new StartFailure(
                    "There is no template.yaml here: start the world in the project's folder."));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new StartFailure("Set MUSUBI_PORT to a port from 0 to 65535, not to " + text + ".");
    }
    return Integer.parseInt(text);
  }

  private static int shops(String text) {
    if (!text.matches("[0-9]")) {
      throw new StartFailure("Set MUSUBI_SHOPS to 0 to 9 further shops, not to " + text + ".");
    }
    return Integer.parseInt(text);
  }

  private static Instant clock(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new StartFailure(
          "Set MUSUBI_CLOCK to a time with its offset, such as 2026-03-01T10:00:00+09:00, not to "
              + text
              + ".");
    }
  }

  private static Path data(String text, Path folder) {
    try {
      return folder.resolve(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new StartFailure("Set MUSUBI_DATA to a folder, not to " + text + ".");
    }
  }

  private static URI base(String variable, String text) {
    try {
      URI base = URI.create(text.replaceAll("/+$", ""));
      if (base.isAbsolute() && base.getScheme().startsWith("http")) {
        return base;
      }
    } catch (IllegalArgumentException e) {
      // told below, like any other text that is no address
    }
    throw new StartFailure("Set " + variable + " to an http address, not to " + text + ".");
  }
}
