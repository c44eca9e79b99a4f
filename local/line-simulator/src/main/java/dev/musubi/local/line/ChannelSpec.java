package dev.musubi.local.line;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Messaging API channel as the LINE Developers Console would show it.
 *
 * @param shop the handle of the shop that the official account speaks for
 * @param account what people see of the official account
 * @param webhook where its events go; empty when none is set
 * @param loginChannelId the provider's LINE Login channel, where there is one
 */
public record ChannelSpec(
    String shop,
    String channelId,
    String channelSecret,
    Account account,
    Optional<URI> webhook,
    Optional<String> loginChannelId) {
  static final Pattern USER_ID = Pattern.compile("U[0-9a-f]{32}");

  public ChannelSpec {
    requireText(shop, "shop");
    requireText(channelId, "channelId");
    requireText(channelSecret, "channelSecret");
  }

  /**
   * The official account.
   *
   * @param botUserId the {@code destination} of its webhooks, {@code U} and 32 hexadecimal digits
   * @param basicId starts with {@code @}
   */
  public record Account(String botUserId, String basicId, String displayName) {
    public Account {
      requireUserId(botUserId, "botUserId");
      requireText(displayName, "displayName");
      if (!basicId.startsWith("@")) {
        throw new IllegalArgumentException("'basicId' must start with @");
      }
    }
  }

  static void requireText(String value, String name) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("'" + name + "' must not be empty");
    }
  }

  static void requireUserId(String value, String name) {
    if (!USER_ID.matcher(value).matches()) {
      throw new IllegalArgumentException("'" + name + "' must be U and 32 hexadecimal digits");
    }
  }
}
