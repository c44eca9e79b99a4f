package dev.musubi.chores;

import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.people.ErasureProofs;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopTable;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shop.Standing;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Forgets a shop that removed the app: settings and credentials first, so that nothing more comes
 * in, then every table, a bounded number of pages at a time, going on where the proof says.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance">Privacy law
 *     compliance</a>
 */
final class ShopErasure {

  /** A page is at most 1 MB: a minute is enough for these. */
  static final int PAGES = 20;

  private final Shops shops;
  private final Consumer<ShopId> secrets;
  private final List<ShopTable> tables;
  private final ErasureProofs proofs;
  private final Outbox outbox;
  private final InstantSource clock;

  /** {@code secrets} removes a shop's credentials. */
  ShopErasure(
      Shops shops,
      Consumer<ShopId> secrets,
      List<ShopTable> tables,
      ErasureProofs proofs,
      Outbox outbox,
      InstantSource clock) {
    this.shops = shops;
    this.secrets = secrets;
    this.tables = List.copyOf(tables);
    this.proofs = proofs;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A shop that is there and has not removed the app, or has it again, is left alone. */
  void erase(ShopId id) {
    Optional<Shop> shop = shops.find(id);
    Optional<ErasureProof> open =
        proofs.newest(id, ErasureProof.WHOLE_SHOP).filter(ErasureProof::open);
    boolean removed =
        shop.map(Shop::standing).filter(Standing.Uninstalled.class::isInstance).isPresent();
    if (removed) {
      ErasureProof proof =
          open.orElseGet(() -> ErasureProof.begin(id, ErasureProof.WHOLE_SHOP, clock.instant()));
      proofs.save(proof.holding("shops", 1));
      secrets.accept(id);
      shops.remove(id);
    }
    if (removed || shop.isEmpty()) {
      proofs.newest(id, ErasureProof.WHOLE_SHOP).filter(ErasureProof::open).ifPresent(this::goOn);
    }
  }

  private void goOn(ErasureProof begun) {
    ErasureProof proof = begun;
    Place place = begun.position().map(Place::parse).orElse(Place.FIRST);
    for (int page = 0; page < PAGES && place.table() < tables.size(); page++) {
      ShopTable table = tables.get(place.table());
      ShopTable.Wiped wiped = table.wipe(begun.shop(), place.position());
      place = place.after(wiped.next());
      proof = proof.holdingMore(table.name(), wiped.items()).at(place.text());
      proofs.save(proof);
    }
    if (place.table() < tables.size()) {
      outbox.at(clock.instant(), new Chore.EraseShop(begun.shop()));
    } else {
      proofs.save(proof.completed(clock.instant()));
    }
  }

  /** Which table is being gone through, and from where on. */
  private record Place(int table, Optional<String> position) {

    static final Place FIRST = new Place(0, Optional.empty());

    static Place parse(String text) {
      int space = text.indexOf(' ');
      String position = text.substring(space + 1);
      return new Place(
          Integer.parseInt(text.substring(0, space)),
          position.isEmpty() ? Optional.empty() : Optional.of(position));
    }

    Place after(Optional<String> next) {
      return next.isPresent() ? new Place(table, next) : new Place(table + 1, Optional.empty());
    }

    String text() {
      return table + " " + position.orElse("");
    }
  }
}
