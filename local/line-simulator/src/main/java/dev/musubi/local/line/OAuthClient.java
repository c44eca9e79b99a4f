package dev.musubi.local.line;

import java.util.Map;

/** Whoever can get access tokens: a Messaging API channel or a LINE Login channel. */
interface OAuthClient {
  String channelId();

  String channelSecret();

  AccessTokens accessTokens();

  /** The registered assertion signing keys, each a public JWK, by key id. */
  Map<String, String> assertionKeys();
}
