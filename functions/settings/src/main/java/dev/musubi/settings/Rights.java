package dev.musubi.settings;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.DataExports;
import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.people.ErasureProofs;
import dev.musubi.core.people.Links;
import dev.musubi.core.shop.ShopId;
import java.util.List;
import java.util.Optional;

/** Use case: the operators read the exports that were asked for, and the proofs of erasures. */
final class Rights {

  private final DataExports exports;
  private final ErasureProofs proofs;
  private final Links links;

  Rights(DataExports exports, ErasureProofs proofs, Links links) {
    this.exports = exports;
    this.proofs = proofs;
    this.links = links;
  }

  List<CustomerId> customersWithExports(ShopId shop) {
    return exports.customers(shop);
  }

  List<DataExport> exports(ShopId shop, CustomerId customer) {
    return exports.of(shop, customer);
  }

  /** All of the shop, or those about one customer, whose number is only compared by its hash. */
  List<ErasureProof> proofs(ShopId shop, Optional<CustomerId> customer) {
    if (customer.isEmpty()) {
      return proofs.of(shop);
    }
    Optional<String> hash = links.hash(shop, customer.get());
    return proofs.of(shop).stream()
        .filter(proof -> hash.equals(Optional.of(proof.subject())))
        .toList();
  }
}
