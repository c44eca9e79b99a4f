package dev.musubi.core.reminding;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.QuietHours;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.shopping.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Turns one shard of a run into intents, a page at a time, with the cursor kept after every page.
 */
public final class FanOut {

  private static final int PAGE = 100;
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final double PUSHES_PER_SECOND = 1_900;

  private final Shops shops;
  private final Runs runs;
  private final Views views;
  private final FreshCatalogue catalogue;
  private final Outbox outbox;
  private final InstantSource clock;

  public FanOut(
      Shops shops,
      Runs runs,
      Views views,
      FreshCatalogue catalogue,
      Outbox outbox,
      InstantSource clock) {
    this.shops = shops;
    this.runs = runs;
    this.views = views;
    this.catalogue = catalogue;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Works until the shard is done, the quiet hours begin, it is far enough ahead of the pushes, or
   * {@code until}; in the last three cases the rest is scheduled when this returns.
   */
  public void work(RunShard shard, Instant until) {
    Optional<Shop> shop = shops.find(shard.shop());
    Optional<Run> run = runs.find(shard.run());
    if (shop.isEmpty() || run.isEmpty()) {
      return;
    }
    Runs.Progress progress = runs.progress(shard);
    while (!progress.done()) {
      Optional<Instant> pause = pause(shop.get(), run.get(), progress, until);
      if (pause.isPresent()) {
        outbox.at(pause.get(), shard);
        return;
      }
      progress = page(run.get(), shard, progress);
      runs.checkpoint(shard, progress);
    }
  }

  private Optional<Instant> pause(Shop shop, Run run, Runs.Progress progress, Instant until) {
    Instant now = clock.instant();
    QuietHours quiet = shop.settings().quietHours();
    if (quiet.contains(now, shop.zone())) {
      return Optional.of(quiet.endAfter(now, shop.zone()));
    }
    double seconds = progress.intents() * Views.SHARDS / PUSHES_PER_SECOND;
    Instant pushed = run.due().plusMillis((long) (seconds * 1000));
    if (pushed.minus(AHEAD).isAfter(now)) {
      return Optional.of(pushed.minus(AHEAD));
    }
    return now.isBefore(until) ? Optional.empty() : Optional.of(now);
  }

  private Runs.Progress page(Run run, RunShard shard, Runs.Progress progress) {
    Subject.Viewed subject = new Subject.Viewed(run.id().date());
    Views.TallyPage page =
        views.of(shard.shop(), subject.day(), shard.shard(), progress.after(), PAGE);
    if (page.tallies().isEmpty()) {
      return new Runs.Progress(progress.after(), progress.intents(), !page.more());
    }
    catalogue.refresh(shard.shop(), products(page), clock.instant());
    outbox.now(page.tallies().stream().map(tally -> intent(run, subject, tally)).toList());
    CustomerId last = page.tallies().getLast().customer();
    int intents = progress.intents() + page.tallies().size();
    return new Runs.Progress(Optional.of(last), intents, !page.more());
  }

  private static List<ProductId> products(Views.TallyPage page) {
    return page.tallies().stream()
        .flatMap(tally -> tally.products().stream())
        .map(ViewTally.Viewed::product)
        .toList();
  }

  private static SendIntent intent(Run run, Subject subject, ViewTally tally) {
    return new SendIntent(
        run.id().shop(),
        new Addressee.Customer(tally.customer()),
        subject,
        Lane.BULK,
        run.due(),
        run.notAfter());
  }
}
