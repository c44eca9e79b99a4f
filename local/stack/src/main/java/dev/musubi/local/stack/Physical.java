package dev.musubi.local.stack;

import java.net.URI;

/** Where a stack stands: what names, ARNs and URLs its resources get. */
public record Physical(String stackName, String region, String account, URI sqs, URI api) {

  /** Refuses an account that is not twelve digits. */
  public Physical {
    if (!account.matches("\\d{12}")) {
      throw new IllegalArgumentException("'account' must be twelve digits");
    }
    if (stackName.isBlank() || region.isBlank()) {
      throw new IllegalArgumentException("'stackName' and 'region' must not be blank");
    }
  }

  /** The name of a resource that declares none. */
  public String name(String logicalId) {
    return stackName + "-" + logicalId;
  }

  /** The ARN of {@code resource}, for example {@code table/links}, in {@code service}. */
  public String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, resource);
  }

  /** The ARN of a role; IAM has no region. */
  public String roleArn(String name) {
    return "arn:aws:iam::%s:role/%s".formatted(account, name);
  }

  /** The URL of a queue. */
  public URI queueUrl(String name) {
    return URI.create(sqs.toString().replaceAll("/$", "") + "/" + account + "/" + name);
  }
}
