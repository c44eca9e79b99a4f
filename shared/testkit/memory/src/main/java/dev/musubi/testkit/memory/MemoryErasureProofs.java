package dev.musubi.testkit.memory;

import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.people.ErasureProofs;
import dev.musubi.core.shop.ShopId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link ErasureProofs} in memory. */
public final class MemoryErasureProofs implements ErasureProofs {

  private final SortedMap<String, ErasureProof> proofs = new TreeMap<>();

  @Override
  public synchronized Optional<ErasureProof> newest(ShopId shop, String subject) {
    return of(shop).stream()
        .filter(proof -> proof.subject().equals(subject))
        .reduce((earlier, later) -> later);
  }

  @Override
  public synchronized void save(ErasureProof proof) {
    proofs.put(proof.shop() + "#" + proof.subject() + "#" + proof.begun().toEpochMilli(), proof);
  }

  @Override
  public synchronized List<ErasureProof> of(ShopId shop) {
    return proofs.values().stream().filter(proof -> proof.shop().equals(shop)).toList();
  }
}
