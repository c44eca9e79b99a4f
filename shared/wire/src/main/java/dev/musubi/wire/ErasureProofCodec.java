package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link ErasureProof} as it is stored and shown. */
public final class ErasureProofCodec implements Codec<ErasureProof> {

  @Override
  public ObjectNode tree(ErasureProof proof) {
    ObjectNode tree =
        Json.object()
            .put("shop", proof.shop().handle())
            .put("subject", proof.subject())
            .put("begun", proof.begun().toString());
    ObjectNode found = tree.putObject("found");
    proof.found().forEach(found::put);
    proof.position().ifPresent(position -> tree.put("position", position));
    proof.completed().ifPresent(at -> tree.put("completed", at.toString()));
    return tree;
  }

  @Override
  public ErasureProof value(Fields fields) {
    return new ErasureProof(
        fields.parsed("shop", "a shop", ShopId::new),
        fields.text("subject"),
        fields.instant("begun"),
        found(fields.object("found")),
        fields.maybeText("position"),
        fields.maybe("completed", "an instant", Instant::parse));
  }

  private static SortedMap<String, Integer> found(Fields fields) {
    SortedMap<String, Integer> found = new TreeMap<>();
    fields.names().forEach(name -> found.put(name, fields.whole(name)));
    return found;
  }
}
