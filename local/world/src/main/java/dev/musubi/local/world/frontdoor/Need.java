package dev.musubi.local.world.frontdoor;

import java.util.List;
import java.util.Map;

/** One grant that a call needs: the IAM action, the resource's ARN, and the condition keys. */
record Need(String action, String resource, Map<String, List<String>> context) {

  Need(String action, String resource) {
    this(action, resource, Map.of());
  }
}
