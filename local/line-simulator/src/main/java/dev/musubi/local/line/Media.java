package dev.musubi.local.line;

import java.util.Objects;

/**
 * Something that a person sends from a phone.
 *
 * @param contentType what the bytes are, such as {@code image/jpeg}
 */
public record Media(Kind kind, String contentType, byte[] bytes) {

  /** What the message is. */
  public enum Kind {
    IMAGE("image"),
    VIDEO("video"),
    AUDIO("audio"),
    FILE("file");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  public Media {
    Objects.requireNonNull(kind, "'kind' must be given");
    ChannelSpec.requireText(contentType, "contentType");
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
