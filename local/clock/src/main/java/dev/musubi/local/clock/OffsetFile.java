package dev.musubi.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Eight bytes in a memory-mapped file that tell every process of one local world how far its time
 * stands from the system's, as big-endian milliseconds; a write is seen at once by all who mapped
 * the file.
 *
 * <p>A file that cannot be opened or mapped is an {@link UncheckedIOException} that names it.
 */
public final class OffsetFile {
  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final MappedByteBuffer bytes;

  private OffsetFile(MappedByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Maps {@code file} for the world, which alone writes it; it is made where there is none. */
  public static OffsetFile writable(Path file) {
    return map(
        file,
        MapMode.READ_WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  /** Maps the existing {@code file} for a process that only follows the world's clock. */
  public static OffsetFile readable(Path file) {
    return map(file, MapMode.READ_ONLY, StandardOpenOption.READ);
  }

  private static OffsetFile map(Path file, MapMode mode, StandardOpenOption... options) {
    try (var channel = FileChannel.open(file, options)) {
      return new OffsetFile(channel.map(mode, 0, Long.BYTES));
    } catch (IOException cause) {
      throw new UncheckedIOException("The clock file " + file + " cannot be mapped", cause);
    }
  }

  /** How far the world's time is ahead of the system's; negative when it is behind. */
  public Duration read() {
    return Duration.ofMillis((long) LONGS.getVolatile(bytes, 0));
  }

  /** Sets the offset for all processes, cut to whole milliseconds. */
  public void write(Duration offset) {
    LONGS.setVolatile(bytes, 0, offset.toMillis());
  }
}
