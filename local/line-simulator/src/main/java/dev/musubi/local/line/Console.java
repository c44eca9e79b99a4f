package dev.musubi.local.line;

import java.time.Duration;
import java.time.InstantSource;
import java.util.NoSuchElementException;

/** What an account's owner does in the LINE Developers Console and the account's manager. */
public final class Console {
  private final Platform platform;
  private final InstantSource clock;
  private final RandomIds ids;

  Console(Platform platform, InstantSource clock, RandomIds ids) {
    this.platform = platform;
    this.clock = clock;
    this.ids = ids;
  }

  /** Adds a LINE Login channel of the same provider: people have one user id in all of them. */
  public void addLoginChannel(LoginChannelSpec spec) {
    synchronized (platform) {
      spec.linkedShop().ifPresent(platform::channel);
      platform.add(new LoginChannel(spec));
    }
  }

  /** Issues a channel's long-lived access token as the console does; the former one ends. */
  public String longLivedToken(String shop) {
    synchronized (platform) {
      var token = ids.oldToken();
      platform.channel(shop).accessTokens().longLived(token, clock.instant());
      return token;
    }
  }

  /**
   * Registers the public half of an assertion signing key as the console does.
   *
   * @param jwk an RSA key as JSON
   * @return the key id for the header of the channel's assertions
   */
  public String registerKey(String channelId, String jwk) {
    synchronized (platform) {
      var client =
          platform.clients().stream()
              .filter(one -> one.channelId().equals(channelId))
              .findFirst()
              .orElseThrow(() -> new NoSuchElementException("no channel of that id"));
      var keyId = ids.requestId();
      client.assertionKeys().put(keyId, jwk);
      return keyId;
    }
  }

  /** Binds a part of a shop's quota for a while, as a sending by the account's manager does. */
  public void reserveQuota(String shop, long messages, Duration time) {
    synchronized (platform) {
      platform.channel(shop).reserve(messages, clock.instant().plus(time));
    }
  }
}
