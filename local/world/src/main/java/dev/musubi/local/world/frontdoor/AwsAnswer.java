package dev.musubi.local.world.frontdoor;

import java.util.Map;

/** What goes back to an AWS SDK. */
record AwsAnswer(int status, Map<String, String> headers, byte[] body) {

  boolean successful() {
    return status / 100 == 2;
  }
}
