package dev.musubi.local.bench;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Fate;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.Known;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Tie;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.reminding.Run;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.sending.Attempt;
import dev.musubi.core.sending.BrowseFactsReader;
import dev.musubi.core.sending.ByPhone;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Meter;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Push;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.Ways;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.shopping.Views;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.testkit.memory.MemoryCatalogue;
import dev.musubi.testkit.memory.MemoryNotices;
import dev.musubi.testkit.memory.MemoryNotifier;
import dev.musubi.testkit.memory.MemoryProductSource;
import dev.musubi.testkit.memory.MemoryPurchases;
import dev.musubi.testkit.memory.MemoryQuotas;
import dev.musubi.testkit.memory.MemoryRuns;
import dev.musubi.testkit.memory.MemoryShops;
import dev.musubi.testkit.memory.SequentialParallel;
import dev.musubi.testkit.memory.SettableClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A run of a hundred thousand in this process: the real fan-out and push over stores that hold
 * nobody and make everybody up, so that whatever memory grows is the workers' own.
 */
final class RunInProcess implements Measurement {
  private static final int PEOPLE = 100_000;
  private static final int LOOKS = 10;
  private static final ShopId SHOP = new ShopId("run-in-process");
  private static final Instant SIX = Instant.parse("2026-03-10T09:00:00Z");
  private static final Instant THEN = Instant.parse("2026-02-01T00:00:00Z");

  private final int people;
  private final SettableClock clock = new SettableClock(SIX);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong recorded = new AtomicLong();
  private final List<SendIntent> queue = new ArrayList<>();
  private final List<Long> heaps = new ArrayList<>();

  RunInProcess(Size size) {
    people = size.of(PEOPLE);
  }

  public static void main(String[] arguments) {
    new RunInProcess(Size.FULL).measure();
  }

  @Override
  public void measure() {
    MemoryShops shops = new MemoryShops();
    shops.save(SampleShop.of(SHOP));
    MemoryCatalogue catalogue = new MemoryCatalogue(clock);
    catalogue.heard(SHOP, Seed.tea());
    Views views = views();
    Push push = push(shops, views, catalogue);
    Runs runs = new MemoryRuns(clock);
    RunId run = new RunId(SHOP, Kind.BROWSE, PushSite.TODAY);
    runs.open(new Run(run, SIX, SIX.plus(Duration.ofHours(18))));
    FanOut fanOut =
        new FanOut(
            shops,
            runs,
            views,
            new FreshCatalogue(catalogue, new MemoryProductSource()),
            outbox(push),
            clock);
    long begun = Stopwatch.nanos();
    for (int shard = 0; shard < Views.SHARDS; shard++) {
      fanOut.work(new RunShard(run, shard), SIX.plus(Duration.ofHours(1)));
    }
    drain(push, 1);
    double seconds = Stopwatch.since(begun).toNanos() / 1e9;
    System.out.printf(
        "run of %,d people in process: %.1f s, %,.0f/s, %,d sent, %,d recorded; heap in use after"
            + " each tenth: %s MB%n",
        people,
        seconds,
        people / seconds,
        sent.get(),
        recorded.get(),
        heaps.stream().map(h -> "%.1f".formatted(h / 1e6)).collect(Collectors.joining(" ")));
  }

  private Push push(MemoryShops shops, Views views, MemoryCatalogue catalogue) {
    Deliveries deliveries =
        only(
            Deliveries.class,
            Map.of("record", arguments -> recorded.addAndGet(((List<?>) arguments[0]).size())));
    return new Push(
        shops,
        new Dossiers(
            links(),
            recipients(),
            Map.of(
                Kind.BROWSE, new BrowseFactsReader(views, new MemoryPurchases(clock), catalogue))),
        deliveries,
        new Ways(
            new Attempt(
                recipients(),
                deliveries,
                new FlexRenderer(OwnTemplates.NONE),
                sender(),
                shop -> {},
                clock),
            new ByPhone(new MemoryNotices(clock), new MemoryNotifier(), shop -> {}, clock)),
        only(Outbox.class, Map.of()),
        new Push.Surroundings(
            new SequentialParallel(),
            new SequentialParallel(),
            new MemoryQuotas(clock),
            only(Meter.class, Map.of("count", arguments -> null)),
            clock,
            Map.of()));
  }

  private Outbox outbox(Push push) {
    return only(
        Outbox.class,
        Map.of(
            "now",
            arguments -> {
              ((List<?>) arguments[0]).forEach(work -> queue.add((SendIntent) work));
              drain(push, 50);
              return null;
            }));
  }

  private void drain(Push push, int least) {
    while (queue.size() >= least) {
      List<SendIntent> batch = queue.subList(0, Math.min(50, queue.size()));
      push.handle(batch.stream().map(intent -> new Push.Received(intent, 1)).toList());
      batch.clear();
      if (sent.get() >= (heaps.size() + 1L) * people / LOOKS) {
        heaps.add(heap());
      }
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private Views views() {
    return only(
        Views.class,
        Map.of(
            "of",
            arguments ->
                arguments.length == 3 ? tallies((List<?>) arguments[2]) : page(arguments)));
  }

  private static Map<CustomerId, ViewTally> tallies(List<?> customers) {
    Map<CustomerId, ViewTally> tallies = new LinkedHashMap<>();
    customers.forEach(c -> tallies.put((CustomerId) c, tally((CustomerId) c)));
    return tallies;
  }

  private static ViewTally tally(CustomerId customer) {
    return new ViewTally(
        customer, List.of(new ViewTally.Viewed(Seed.TEA, 1, SIX.minus(Duration.ofHours(20)))));
  }

  /** Shard s holds the numbers that are s more than a multiple of the number of shards. */
  private Views.TallyPage page(Object[] arguments) {
    int shard = (Integer) arguments[2];
    @SuppressWarnings("unchecked")
    Optional<CustomerId> after = (Optional<CustomerId>) arguments[3];
    int limit = (Integer) arguments[4];
    long from = after.map(c -> c.number() + Views.SHARDS).orElse((long) Views.SHARDS + shard);
    long end = people + (long) Views.SHARDS;
    List<ViewTally> tallies =
        LongStream.iterate(from, number -> number < end, number -> number + Views.SHARDS)
            .limit(limit)
            .mapToObj(number -> tally(new CustomerId(number)))
            .toList();
    return new Views.TallyPage(tallies, tallies.size() == limit);
  }

  private static Links links() {
    return only(
        Links.class,
        Map.of(
            "know",
            arguments -> {
              Map<CustomerId, Known> known = new LinkedHashMap<>();
              ((List<?>) arguments[1])
                  .forEach(c -> known.put((CustomerId) c, linked((CustomerId) c)));
              return known;
            }));
  }

  private static Known linked(CustomerId customer) {
    LineUserId user = new LineUserId("U%032x".formatted(customer.number()));
    return new Known(
        Link.none(SHOP, customer).tied(new Tie(user, THEN, EntryRoute.RICH_MENU)),
        new Fate.Stands());
  }

  private static Recipients recipients() {
    return only(
        Recipients.class,
        Map.of(
            "find",
            arguments -> {
              Map<LineUserId, RecipientState> states = new LinkedHashMap<>();
              ((List<?>) arguments[1]).forEach(u -> states.put((LineUserId) u, friend(u)));
              return states;
            },
            "replace",
            arguments ->
                new Recipients.Replaced.Done(
                    ((RecipientState) arguments[0]).with(Version.NONE.next()))));
  }

  private static RecipientState friend(Object user) {
    return RecipientState.unknown(SHOP, (LineUserId) user)
        .heard(new Friendship(Friendship.State.FRIEND, THEN));
  }

  private Sender sender() {
    return only(
        Sender.class,
        Map.of("push", arguments -> new WireOutcome.Accepted("request-" + sent.incrementAndGet())));
  }

  private interface Answer {
    Object to(Object[] arguments);
  }

  /** A port of which only these methods are called. */
  private static <T> T only(Class<T> port, Map<String, Answer> answers) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                Optional.ofNullable(answers.get(method.getName()))
                    .orElseThrow(
                        () -> new IllegalStateException(port.getSimpleName() + "." + method))
                    .to(arguments)));
  }
}
