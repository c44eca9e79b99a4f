package dev.musubi.core.reminding;

import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Place;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import dev.musubi.core.shopping.Wave;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from the record what became of those whose turn a wave was. */
public final class WaveResults {

  private static final int PAGE = 100;

  private final Watches watches;
  private final Deliveries deliveries;

  public WaveResults(Watches watches, Deliveries deliveries) {
    this.watches = watches;
    this.deliveries = deliveries;
  }

  /**
   * Who is still in the line and was told, or has bought meanwhile, and how many messages may still
   * go out. What was skipped for any other reason or refused leaves the wish as it was.
   */
  public record Results(List<Watch> told, List<Watch> bought, int open) {
    public Results {
      told = List.copyOf(told);
      bought = List.copyOf(bought);
    }
  }

  public Results of(ShopId shop, VariantId variant, Wave wave, Instant now) {
    List<Watch> told = new ArrayList<>();
    List<Watch> bought = new ArrayList<>();
    int open = 0;
    Optional<Place> after = wave.after();
    for (List<Watch> page = page(shop, variant, wave, after);
        !page.isEmpty();
        page = page(shop, variant, wave, after)) {
      Results results = of(shop, wave, page, now);
      told.addAll(results.told());
      bought.addAll(results.bought());
      open += results.open();
      after = Optional.of(page.getLast().place());
    }
    return new Results(told, bought, open);
  }

  private List<Watch> page(ShopId shop, VariantId variant, Wave wave, Optional<Place> after) {
    if (wave.reaching().isEmpty() || after.equals(wave.reaching())) {
      return List.of();
    }
    return watches.line(shop, variant, after, PAGE).stream()
        .filter(watch -> wave.covers(watch.place()))
        .toList();
  }

  /** Of at most 100 of the wave's. */
  public Results of(ShopId shop, Wave wave, List<Watch> some, Instant now) {
    List<SendIntent> intents = some.stream().map(w -> Invitation.of(shop, wave, w)).toList();
    Map<SendId, Delivery> rows = deliveries.find(intents);
    List<Watch> told = new ArrayList<>();
    List<Watch> bought = new ArrayList<>();
    int open = 0;
    for (int i = 0; i < some.size(); i++) {
      Fate fate =
          Optional.ofNullable(rows.get(intents.get(i).id()))
              .map(row -> fate(row.result()))
              .orElse(Fate.OPEN);
      switch (fate) {
        case TOLD -> told.add(some.get(i));
        case BOUGHT -> bought.add(some.get(i));
        case OPEN -> open += now.isAfter(intents.get(i).notAfter()) ? 0 : 1;
        case WAITS -> {}
      }
    }
    return new Results(told, bought, open);
  }

  private enum Fate {
    TOLD,
    BOUGHT,
    OPEN,
    WAITS
  }

  /** What may have arrived counts as told. */
  private static Fate fate(Result result) {
    return switch (result) {
      case Result.Sent sent -> Fate.TOLD;
      case Result.Unknown unknown -> Fate.TOLD;
      case Result.Deferred deferred -> Fate.OPEN;
      case Result.Refused refused -> Fate.WAITS;
      case Result.Skipped(Unwanted.Bought bought) -> Fate.BOUGHT;
      case Result.Skipped(Unwanted.ToldAlready told) -> Fate.TOLD;
      case Result.Skipped skipped -> Fate.WAITS;
    };
  }
}
