package dev.musubi.local.stack;

import java.util.List;
import java.util.Map;

/** An IAM role that an AWS service assumes: whom it trusts and what it grants. */
public record Role(Named named, Statements trust, Statements grants) implements Resource {

  /** Whether {@code service}, for example {@code scheduler.amazonaws.com}, may assume it. */
  public boolean assumableBy(String service, Map<String, List<String>> context) {
    return trust.of(service).decide("sts:AssumeRole", named.arn(), context) == Decision.ALLOWED;
  }
}
