package dev.musubi.local.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code AWS::DynamoDB::Table}. */
final class TableReader {
  private TableReader() {}

  static Table read(Named named, Block block) {
    block.without("TableName", "Tags", "SSESpecification", "ContributorInsightsSpecification");
    block.without("WarmThroughput", "OnDemandThroughput", "TableClass", "ResourcePolicy");
    if (!block.textOr("BillingMode", "PROVISIONED").equals("PAY_PER_REQUEST")) {
      throw TemplateException.at(block.path(), "only BillingMode PAY_PER_REQUEST is understood");
    }
    Map<String, Table.Attribute> attributes = attributes(block);
    List<Table.Index> indexes = new ArrayList<>();
    block.blocks("GlobalSecondaryIndexes").forEach(i -> indexes.add(index(i, attributes)));
    Table table = new Table(named, key(block, attributes), indexes, ttl(block), protection(block));
    block.end();
    return table;
  }

  private static Map<String, Table.Attribute> attributes(Block block) {
    Map<String, Table.Attribute> result = new LinkedHashMap<>();
    for (Block attribute : block.blocks("AttributeDefinitions")) {
      String name = attribute.need("AttributeName");
      result.put(
          name, attribute.build(() -> new Table.Attribute(name, attribute.need("AttributeType"))));
      attribute.end();
    }
    return result;
  }

  private static Table.Key key(Block block, Map<String, Table.Attribute> attributes) {
    Map<String, Table.Attribute> byRole = new LinkedHashMap<>();
    for (Block part : block.blocks("KeySchema")) {
      String name = part.need("AttributeName");
      if (!attributes.containsKey(name)) {
        throw TemplateException.at(part.path(), "the attribute " + name + " is not defined");
      }
      byRole.put(part.need("KeyType"), attributes.get(name));
      part.end();
    }
    if (!byRole.containsKey("HASH")) {
      throw TemplateException.at(block.path(), "KeySchema names no HASH key");
    }
    return new Table.Key(byRole.get("HASH"), Optional.ofNullable(byRole.get("RANGE")));
  }

  private static Table.Index index(Block block, Map<String, Table.Attribute> attributes) {
    block.without("WarmThroughput", "OnDemandThroughput", "ContributorInsightsSpecification");
    Block projection = block.needBlock("Projection");
    Table.Index index =
        block.build(
            () ->
                new Table.Index(
                    block.need("IndexName"),
                    key(block, attributes),
                    projection.need("ProjectionType"),
                    projection.texts("NonKeyAttributes")));
    projection.end();
    block.end();
    return index;
  }

  private static Optional<String> ttl(Block block) {
    Optional<Block> specification = block.block("TimeToLiveSpecification");
    Optional<String> attribute =
        specification.filter(ttl -> ttl.flag("Enabled")).map(ttl -> ttl.need("AttributeName"));
    specification.ifPresent(
        ttl -> {
          ttl.without("AttributeName");
          ttl.end();
        });
    return attribute;
  }

  private static Table.Protection protection(Block block) {
    boolean recovery =
        block
            .block("PointInTimeRecoverySpecification")
            .map(
                pitr -> {
                  boolean on = pitr.flag("PointInTimeRecoveryEnabled");
                  pitr.without("RecoveryPeriodInDays");
                  pitr.end();
                  return on;
                })
            .orElse(false);
    return new Table.Protection(recovery, block.flag("DeletionProtectionEnabled"));
  }
}
