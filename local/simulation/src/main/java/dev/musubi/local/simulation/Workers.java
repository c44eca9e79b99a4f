package dev.musubi.local.simulation;

import dev.musubi.core.people.Links;
import dev.musubi.core.reminding.DailyRuns;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.sending.Attempt;
import dev.musubi.core.sending.BrowseFactsReader;
import dev.musubi.core.sending.ByPhone;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Disposition;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Push;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.sending.Ways;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.core.shopping.Views;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.testkit.memory.CountingPacer;
import dev.musubi.testkit.memory.MemoryNotices;
import dev.musubi.testkit.memory.MemoryNotifier;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.testkit.memory.SequentialParallel;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The real daily run, fan-out and push over a town's stores, with every port call a moment to die
 * at.
 */
final class Workers {

  private final DailyRuns dailyRuns;
  private final FanOut fanOut;
  private final Push push;
  private final Town town;

  Workers(Town town, Mortality mortality) {
    this.town = town;
    Shops shops = mortality.mortal(Shops.class, town.shops);
    Runs runs = mortality.mortal(Runs.class, town.runs);
    Views views = mortality.mortal(Views.class, town.views);
    Catalogue catalogue = mortality.mortal(Catalogue.class, town.catalogue);
    Outbox outbox = mortality.mortal(Outbox.class, town.outbox);
    Recipients recipients = mortality.mortal(Recipients.class, town.recipients);
    Deliveries deliveries = mortality.mortal(Deliveries.class, town.deliveries);
    Links links = mortality.mortal(Links.class, town.links);
    Purchases purchases = mortality.mortal(Purchases.class, town.purchases);
    Sender sender = mortality.mortal(Sender.class, town.line);
    dailyRuns = new DailyRuns(shops, runs, outbox);
    fanOut =
        new FanOut(
            shops, runs, views, new FreshCatalogue(catalogue, town.source), outbox, town.clock);
    push =
        new Push(
            shops,
            new Dossiers(
                links,
                recipients,
                Map.of(Kind.BROWSE, new BrowseFactsReader(views, purchases, catalogue))),
            deliveries,
            new Ways(
                new Attempt(
                    recipients,
                    deliveries,
                    new FlexRenderer(OwnTemplates.NONE),
                    sender,
                    new CountingPacer(),
                    town.clock),
                new ByPhone(
                    new MemoryNotices(town.clock),
                    new MemoryNotifier(),
                    new CountingPacer(),
                    town.clock)),
            outbox,
            new Push.Surroundings(
                new SequentialParallel(),
                new SequentialParallel(),
                town.quotas,
                town.meter,
                town.clock));
  }

  void tick() {
    dailyRuns.start(town.clock.instant());
  }

  /** Says what becomes of the queue's message. */
  Disposition work(Work work, int receives) {
    return switch (work) {
      case SendIntent intent ->
          push.handle(List.of(new Push.Received(intent, receives))).getFirst();
      case RunShard shard -> {
        fanOut.work(shard, town.clock.instant().plus(Duration.ofSeconds(80)));
        yield new Disposition.Acknowledge();
      }
      case StockWork stock -> new Disposition.Acknowledge();
      case Chore chore -> new Disposition.Acknowledge();
    };
  }
}
