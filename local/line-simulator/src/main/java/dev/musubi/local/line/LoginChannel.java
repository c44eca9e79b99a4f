package dev.musubi.local.line;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** All that LINE keeps about one LINE Login channel; guarded by the platform's lock. */
final class LoginChannel implements OAuthClient {
  private LoginChannelSpec spec;
  private LoginGrants grants = new LoginGrants();
  private AccessTokens accessTokens = new AccessTokens();
  private Map<String, String> assertionKeys = new LinkedHashMap<>();
  private Set<String> consented = new LinkedHashSet<>();

  /** For reading a saved channel. */
  private LoginChannel() {}

  LoginChannel(LoginChannelSpec spec) {
    this.spec = spec;
  }

  LoginChannelSpec spec() {
    return spec;
  }

  LoginGrants grants() {
    return grants;
  }

  /** Notes that a person let the channel have the profile. */
  void consent(String userId) {
    consented.add(userId);
  }

  boolean consented(String userId) {
    return consented.contains(userId);
  }

  /** The person and the channel have nothing to do with each other any more. */
  void deauthorize(String userId) {
    consented.remove(userId);
    grants.end(userId);
  }

  @Override
  public String channelId() {
    return spec.channelId();
  }

  @Override
  public String channelSecret() {
    return spec.channelSecret();
  }

  @Override
  public AccessTokens accessTokens() {
    return accessTokens;
  }

  @Override
  public Map<String, String> assertionKeys() {
    return assertionKeys;
  }
}
