package dev.musubi.local.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;

/**
 * The place of one world below {@code target/local}, held by a lock that ends with its process: the
 * first world of a clone logs to {@code logs}, the second one beside it to {@code logs-2}.
 */
final class Slot implements AutoCloseable {
  private static final int MOST_WORLDS = 100;

  private final Path work;
  private final Path logs;
  private final FileChannel held;

  private Slot(Path work, Path logs, FileChannel held) {
    this.work = work;
    this.logs = logs;
    this.held = held;
  }

  /**
   * Takes the first free place and clears it of what an earlier world left.
   *
   * @throws StartFailure if the folder can't be written
   */
  static Slot take(Path root) {
    Path folder = root.resolve("target").resolve("local");
    try {
      Files.createDirectories(folder);
      for (int number = 1; number <= MOST_WORLDS; number++) {
        String suffix = number == 1 ? "" : "-" + number;
        Optional<FileChannel> lock = lock(folder.resolve("world" + suffix + ".lock"));
        if (lock.isPresent()) {
          Slot slot =
              new Slot(
                  folder.resolve("world" + suffix), folder.resolve("logs" + suffix), lock.get());
          delete(slot.work);
          delete(slot.logs);
          Files.createDirectories(slot.work);
          Files.createDirectories(slot.logs);
          return slot;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new StartFailure(
          "The folder %s can't be written: free some space or mend its permissions."
              .formatted(folder),
          e);
    }
    throw new StartFailure("A hundred worlds run from this folder already: end some of them.");
  }

  private static Optional<FileChannel> lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // another world of this very process holds it
    }
    channel.close();
    return Optional.empty();
  }

  /** Where zips are unpacked and the clock's file lies. */
  Path work() {
    return work;
  }

  /** Where each function has its log. */
  Path logs() {
    return logs;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Gives the place back; the logs stay. */
  @Override
  public void close() {
    try {
      delete(work);
      held.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
