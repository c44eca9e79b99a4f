package dev.musubi.core.people;

import dev.musubi.core.shop.ShopId;
import java.util.List;
import java.util.Optional;

/** Port: the proofs of erasures; they outlive the persons and the shop that they are about. */
public interface ErasureProofs {

  /** Consistent: the newest proof about that subject. */
  Optional<ErasureProof> newest(ShopId shop, String subject);

  /** Stores the proof over what stands there of the same beginning. */
  void save(ErasureProof proof);

  /** Every proof of the shop, oldest first within a subject. */
  List<ErasureProof> of(ShopId shop);
}
