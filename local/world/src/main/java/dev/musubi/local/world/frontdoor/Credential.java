package dev.musubi.local.world.frontdoor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The credential scope of a call's signature: whose access key, and which service. The signature
 * itself is not verified; on loopback it tells who calls, not that they are who they say. See <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html">SigV4</a>.
 */
record Credential(String accessKey, String region, String service) {
  private static final Pattern SCOPE =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request,.*");

  static Optional<Credential> of(Optional<String> authorization) {
    return authorization
        .map(SCOPE::matcher)
        .filter(Matcher::matches)
        .map(m -> new Credential(m.group(1), m.group(2), m.group(3)));
  }
}
