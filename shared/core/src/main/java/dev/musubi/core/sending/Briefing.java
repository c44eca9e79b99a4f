package dev.musubi.core.sending;

import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads what the intents of a batch are judged by. All its shops are read at the same time, so that
 * the stores can make one call of what many of them ask; none waits for LINE meanwhile.
 */
final class Briefing {

  private final Shops shops;
  private final Dossiers dossiers;
  private final Channels channels;
  private final Parallel parallel;
  private final Meter meter;

  Briefing(Shops shops, Dossiers dossiers, Channels channels, Parallel parallel, Meter meter) {
    this.shops = shops;
    this.dossiers = dossiers;
    this.channels = channels;
    this.parallel = parallel;
    this.meter = meter;
  }

  /** The intents of one shop, and at which places of the batch they are. */
  record Share(ShopId shop, List<Integer> places, List<Push.Received> received) {

    List<SendIntent> intents() {
      return received.stream().map(Push.Received::intent).toList();
    }
  }

  /** What is known of one shop's share. */
  sealed interface Brief {

    Share share();

    /** One dossier for each intent, in their order. */
    record Read(Share share, Shop shop, List<Dossier> dossiers) implements Brief {}

    /** The shop is no longer there. */
    record NoShop(Share share) implements Brief {}

    /** Its channel is left alone, or something could not be read: all come back. */
    record NotNow(Share share) implements Brief {}
  }

  List<Brief> of(List<Push.Received> batch) {
    List<Share> shares = shares(batch);
    Map<Boolean, List<Share>> leftAlone =
        shares.stream().collect(Collectors.partitioningBy(this::leftAlone));
    List<Share> tried = leftAlone.get(false);
    Function<ShopId, Optional<Shop>> shop = found(tried.stream().map(Share::shop).toList());
    List<Brief> briefs = new ArrayList<>(parallel.map(tried, share -> read(share, shop)));
    leftAlone.get(true).forEach(share -> briefs.add(new Brief.NotNow(share)));
    return briefs;
  }

  private static List<Share> shares(List<Push.Received> batch) {
    Map<ShopId, List<Integer>> places =
        IntStream.range(0, batch.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    place -> batch.get(place).intent().shop(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return places.entrySet().stream()
        .map(
            e ->
                new Share(e.getKey(), e.getValue(), e.getValue().stream().map(batch::get).toList()))
        .toList();
  }

  /** Who is received for the last time is not sent back unread. */
  private boolean leftAlone(Share share) {
    return share.received().stream().allMatch(r -> r.receives() < SendTable.LAST_RECEIVE)
        && channels.isLeftAlone(share.shop());
  }

  /** A shop that cannot be read must not hold up the others: then each is read by itself. */
  private Function<ShopId, Optional<Shop>> found(List<ShopId> ids) {
    try {
      Map<ShopId, Shop> found = shops.find(ids);
      return id -> Optional.ofNullable(found.get(id));
    } catch (RuntimeException e) {
      meter.failed(e);
      return shops::find;
    }
  }

  private Brief read(Share share, Function<ShopId, Optional<Shop>> found) {
    try {
      Optional<Shop> shop = found.apply(share.shop());
      return shop.isPresent()
          ? new Brief.Read(share, shop.get(), dossiers.of(shop.get(), share.intents()))
          : new Brief.NoShop(share);
    } catch (RuntimeException e) {
      meter.failed(e);
      return new Brief.NotNow(share);
    }
  }
}
