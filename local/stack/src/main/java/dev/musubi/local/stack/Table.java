package dev.musubi.local.stack;

import java.util.List;
import java.util.Optional;

/** An on-demand DynamoDB table. */
public record Table(
    Named named, Key key, List<Index> indexes, Optional<String> ttlAttribute, Protection protection)
    implements Resource {

  /** Copies the indexes. */
  public Table {
    indexes = List.copyOf(indexes);
  }

  /** The ARN that IAM knows an index by. */
  public String indexArn(String index) {
    return named.arn() + "/index/" + index;
  }

  /** An attribute of a key; {@code type} is {@code S}, {@code N} or {@code B}. */
  public record Attribute(String name, String type) {

    /** Holds DynamoDB's three key types. */
    public Attribute {
      if (!List.of("S", "N", "B").contains(type)) {
        throw new IllegalArgumentException("'AttributeType' must be S, N or B");
      }
    }
  }

  /** Partition key and, where there is one, sort key. */
  public record Key(Attribute partition, Optional<Attribute> sort) {}

  /**
   * A global secondary index; {@code projection} is {@code ALL}, {@code KEYS_ONLY} or {@code
   * INCLUDE}.
   */
  public record Index(String name, Key key, String projection, List<String> included) {

    /** Holds DynamoDB's three projections. */
    public Index {
      included = List.copyOf(included);
      if (!List.of("ALL", "KEYS_ONLY", "INCLUDE").contains(projection)) {
        throw new IllegalArgumentException("'ProjectionType' must be ALL, KEYS_ONLY or INCLUDE");
      }
    }
  }

  /** What guards the data in an account. */
  public record Protection(boolean pointInTimeRecovery, boolean deletionProtection) {}
}
