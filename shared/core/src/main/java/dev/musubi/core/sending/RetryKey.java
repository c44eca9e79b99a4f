package dev.musubi.core.sending;

import dev.musubi.core.people.LineUserId;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;

/**
 * LINE's memory of an attempt, kept 24 hours: the same for every try of one reservation, another
 * after a release and for another LINE user.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">Retry an
 *     API request</a>
 */
public record RetryKey(UUID uuid) {

  public RetryKey {
    Objects.requireNonNull(uuid, "'uuid' must not be null");
  }

  public static RetryKey of(SendId send, int epoch, LineUserId to) {
    ByteBuffer bytes = ByteBuffer.wrap(Digest.of(send.hex(), Integer.toString(epoch), to.value()));
    long high = bytes.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x8000L;
    long low = bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
    return new RetryKey(new UUID(high, low));
  }
}
