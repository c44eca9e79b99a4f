package dev.musubi.settings;

import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.Complaint;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.SettingsDraft;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shop.Storefront;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Use case: register a shop, or change what it chose; everything or nothing. */
final class Registration {

  private final Shops shops;
  private final Outbox outbox;
  private final InstantSource clock;

  Registration(Shops shops, Outbox outbox, InstantSource clock) {
    this.shops = shops;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What became of a request. */
  sealed interface Outcome {

    record Stands(Shop shop) implements Outcome {}

    record Refused(List<Complaint> complaints) implements Outcome {}
  }

  Outcome carryOut(ShopId id, Optional<Storefront> storefront, SettingsDraft draft) {
    while (true) {
      Optional<Shop> known = shops.find(id);
      if (known.isEmpty() && storefront.isEmpty()) {
        return new Outcome.Refused(List.of(unknown()));
      }
      Settings current = known.map(Shop::settings).orElseGet(Settings::defaults);
      switch (draft.over(current)) {
        case SettingsDraft.Outcome.Refused(List<Complaint> complaints) -> {
          return new Outcome.Refused(complaints);
        }
        case SettingsDraft.Outcome.Accepted(Settings settings) -> {
          Shop next = next(id, known, storefront, settings);
          boolean same = known.filter(next::equals).isPresent();
          if (same || shops.save(next) == Saved.DONE) {
            storefront.ifPresent(given -> outbox.now(List.of(new Chore.SetUp(id))));
            return new Outcome.Stands(next);
          }
        }
      }
    }
  }

  /** Naming the storefront of a shop installs the app again. */
  private Shop next(
      ShopId id, Optional<Shop> known, Optional<Storefront> storefront, Settings settings) {
    Instant now = clock.instant();
    if (known.isEmpty()) {
      return Shop.install(id, storefront.orElseThrow(), settings, now);
    }
    Shop next = known.get().with(settings, now);
    if (storefront.isEmpty()) {
      return next;
    }
    return next.with(storefront.get()).reinstalled(now);
  }

  private static Complaint unknown() {
    return new Complaint(
        "storefront",
        "このショップはまだ登録されていません。storefront を指定してください",
        "this shop is not registered yet: name its storefront");
  }
}
