package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.people.ErasureProofs;
import dev.musubi.core.shop.ShopId;
import dev.musubi.wire.ErasureProofCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link ErasureProofs} in the table of shops, apart from what is removed with a shop. */
public final class DynamoErasureProofs implements ErasureProofs {

  private final Table table;
  private final ErasureProofCodec codec = new ErasureProofCodec();

  public DynamoErasureProofs(DynamoDbClient client, String table) {
    this.table = new Table(client, table);
  }

  @Override
  public Optional<ErasureProof> newest(ShopId shop, String subject) {
    return table
        .page(
            r ->
                r.keyConditionExpression("pk = :pk AND begins_with(sk, :subject)")
                    .expressionAttributeValues(
                        Map.of(":pk", Item.text(pk(shop)), ":subject", Item.text(subject + "#")))
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .limit(1))
        .items()
        .stream()
        .findFirst()
        .map(this::proof);
  }

  @Override
  public void save(ErasureProof proof) {
    String sk = proof.subject() + "#" + Times.sortable(proof.begun());
    table.put(Item.key(pk(proof.shop()), sk).with(Item.DOCUMENT, codec.write(proof)));
  }

  @Override
  public List<ErasureProof> of(ShopId shop) {
    return table
        .all(
            r ->
                r.keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Item.text(pk(shop)))))
        .stream()
        .map(this::proof)
        .toList();
  }

  private ErasureProof proof(Item item) {
    return codec.read(item.get(Item.DOCUMENT));
  }

  private static String pk(ShopId shop) {
    return shop + "#proofs";
  }
}
