package dev.musubi.core.people;

import java.util.Objects;

/**
 * LINE's permission to answer one event once, within about a minute; it never prints itself.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#send-reply-message">Send
 *     reply message</a>
 */
public record ReplyToken(String value) {

  public ReplyToken {
    Objects.requireNonNull(value, "'value' must not be null");
    if (value.isBlank()) {
      throw new IllegalArgumentException("'value' must not be blank");
    }
  }

  @Override
  public String toString() {
    return "ReplyToken[hidden]";
  }
}
