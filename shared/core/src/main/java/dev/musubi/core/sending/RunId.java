package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One firing of a fan-out: a shop, a kind and the shop-local date, so that a date has at most one.
 */
public record RunId(ShopId shop, Kind kind, LocalDate date) {

  public RunId {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(kind, "'kind' must not be null");
    Objects.requireNonNull(date, "'date' must not be null");
  }

  @Override
  public String toString() {
    return shop + "." + kind + "." + date;
  }
}
