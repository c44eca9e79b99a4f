package dev.musubi.local.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/** The folder that keeps a world over a restart. */
final class Kept {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLOCK = "clock";
  private static final String STATE = "state";

  private final Path folder;
  private final Optional<JsonNode> before;

  private Kept(Path folder) {
    this.folder = folder;
    this.before = read(folder.resolve("world.json"));
  }

  /**
   * Opens the folder, and makes it where there is none.
   *
   * @throws StartFailure if it can't be written
   */
  static Kept in(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "writable", ""));
    } catch (IOException e) {
      throw new StartFailure(
          "The folder %s can't be written: choose another MUSUBI_DATA or mend it."
              .formatted(folder),
          e);
    }
    return new Kept(folder);
  }

  private static Optional<JsonNode> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new StartFailure(
          "What %s holds can't be read: choose another MUSUBI_DATA or delete it.".formatted(file),
          e);
    }
  }

  /** A folder in it for one part of the world. */
  Path folder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new StartFailure(
          "The folder %s can't be written: choose another MUSUBI_DATA or mend it."
              .formatted(folder),
          e);
    }
  }

  /** Where the clock stood. */
  Optional<Instant> clock() {
    return before.map(saved -> Instant.parse(saved.path(CLOCK).asText()));
  }

  /** What the parts had saved. */
  Optional<ObjectNode> state() {
    return before.map(saved -> (ObjectNode) saved.path(STATE));
  }

  /** Keeps it, in one step. */
  void write(Instant clock, ObjectNode state) {
    ObjectNode all = JSON.createObjectNode().put(CLOCK, clock.toString());
    all.set(STATE, state);
    try {
      Path next = folder.resolve("world.json.next");
      Files.writeString(next, all.toString());
      Files.move(
          next,
          folder.resolve("world.json"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
