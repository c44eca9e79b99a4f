package dev.musubi.aws.dynamodb;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.OwnTemplate;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.core.wording.TemplateVersion;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link OwnTemplates} in the table of shops, one item a version beside the shop's own. */
public final class DynamoOwnTemplates implements OwnTemplates {

  private static final String NUMBER = "number";

  private final Table table;

  public DynamoOwnTemplates(DynamoDbClient client, String table) {
    this.table = new Table(client, table);
  }

  @Override
  public Optional<OwnTemplate> find(ShopId shop, TemplateVersion version) {
    return table
        .find(key(shop, version))
        .map(item -> new OwnTemplate(version, item.get(Item.DOCUMENT)));
  }

  @Override
  public int newest(ShopId shop, Kind kind, Language language) {
    return table
        .page(
            r ->
                r.keyConditionExpression("pk = :pk AND begins_with(sk, :of)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", Item.text(shop.handle()),
                            ":of", Item.text(prefix(kind, language))))
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .limit(1))
        .items()
        .stream()
        .map(item -> Integer.parseInt(item.get(NUMBER)))
        .findFirst()
        .orElse(0);
  }

  @Override
  public Saved add(ShopId shop, OwnTemplate template) {
    TemplateVersion version = template.version();
    Item item =
        key(shop, version)
            .with(NUMBER, Integer.toString(version.number()))
            .with(Item.DOCUMENT, template.messages());
    return table.put(item, Condition.of("attribute_not_exists(pk)")).done()
        ? Saved.DONE
        : Saved.LOST;
  }

  private static Item key(ShopId shop, TemplateVersion version) {
    String number = String.format("%08d", version.number());
    return Item.key(shop.handle(), prefix(version.kind(), version.language()) + number);
  }

  private static String prefix(Kind kind, Language language) {
    return "template#" + kind + "#" + language.tag() + "#";
  }
}
