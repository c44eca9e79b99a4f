package dev.musubi.local.world;

import dev.musubi.local.clock.OffsetFile;
import dev.musubi.local.world.clock.Agenda;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.clock.Walk;
import dev.musubi.local.world.clock.WorldClock;
import dev.musubi.local.world.cloud.Cloud;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.demo.Demonstration;
import dev.musubi.local.world.page.Narrator;
import dev.musubi.local.world.page.Stream;
import dev.musubi.local.world.platforms.Platforms;
import dev.musubi.local.world.web.Interface;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole product on this machine: the cloud that the template describes, LINE and Shopify, the
 * demo's shops and people, one clock over all of it, and the interface by which it is driven.
 */
public final class World implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(World.class);

  /** What people do first needs these: linking, then looking at products, then buying. */
  private static final List<String> FIRST_NEEDED =
      List.of("line-webhook", "inbound-line", "link", "storefront", "beacon", "shopify-webhook");

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Interface page;
  private final Path logs;
  private final WorldClock clock;

  private World(
      Options options, InstantSource system, Consumer<String> progress, Deque<AutoCloseable> up) {
    page = keep(up, Interface.listen(options.port()));
    Slot slot = keep(up, Slot.take(options.root()));
    logs = slot.logs();
    Optional<Kept> kept = options.data().map(Kept::in);
    OffsetFile file = OffsetFile.writable(slot.work().resolve("clock"));
    Instant begin = kept.flatMap(Kept::clock).or(options::clock).orElseGet(system::instant);
    clock = WorldClock.startingAt(begin, system, file);
    Busy busy = new Busy();
    progress.accept("LINE and Shopify …");
    Platforms platforms = keep(up, Platforms.start(clock, busy, options.lineBase().isPresent()));
    progress.accept("what template.yaml describes …");
    Cloud cloud = keep(up, Cloud.start(site(options, slot, platforms, kept), clock, busy, system));
    progress.accept("shops and people …");
    Demonstration demonstration =
        new Demonstration(cloud, platforms, clock, DemoShop.all(options.moreShops()));
    kept.flatMap(Kept::state).ifPresentOrElse(demonstration::resume, demonstration::begin);
    kept.ifPresent(k -> keep(up, () -> k.write(clock.instant(), demonstration.save())));
    List<Agenda> agendas = new ArrayList<>(platforms.agendas());
    agendas.addAll(cloud.agendas());
    Walk walk = keep(up, new Walk(clock, busy, agendas));
    Narrator narrator =
        keep(
            up,
            new Narrator(
                demonstration, platforms.line()::messages, cloud.queues()::deadLetters, clock));
    cloud.lambda().watchedBy(narrator);
    boolean own = options.lineBase().isEmpty();
    Stream stream =
        keep(
            up,
            new Stream(
                new Stream.Sources(
                    narrator,
                    demonstration,
                    cloud.lambda()::stats,
                    () -> Optional.of(platforms.line().messages()).filter(all -> own),
                    busy,
                    clock)));
    page.serve(
        new Interface.Behind(
            cloud,
            platforms,
            demonstration,
            walk,
            busy,
            clock,
            new Interface.Thoughts(narrator, stream)));
    keep(up, warmUp(cloud)::interrupt);
    parts.addAll(up);
  }

  /**
   * Brings a world up; when it can't, what did start is ended again.
   *
   * @param progress hears what is being started, a few words at a time
   * @throws StartFailure with a sentence that says what to do
   */
  public static World start(Options options, InstantSource system, Consumer<String> progress) {
    Deque<AutoCloseable> up = new ArrayDeque<>();
    try {
      return new World(options, system, progress, up);
    } catch (RuntimeException e) {
      end(up);
      throw e;
    }
  }

  private static <T extends AutoCloseable> T keep(Deque<AutoCloseable> up, T part) {
    up.push(part);
    return part;
  }

  /** One after the other, so that what people do meanwhile is hardly slowed down. */
  private static Thread warmUp(Cloud cloud) {
    return Thread.ofVirtual()
        .name("warm up")
        .start(
            () ->
                FIRST_NEEDED.stream()
                    .takeWhile(name -> !Thread.currentThread().isInterrupted())
                    .forEach(name -> cloud.lambda().warm(name).join()));
  }

  private static Cloud.Site site(
      Options options, Slot slot, Platforms platforms, Optional<Kept> kept) {
    Map<String, String> parameters = new TreeMap<>();
    String line = platforms.line().base().toString();
    String api = options.lineBase().map(URI::toString).orElse(line);
    parameters.put("LineApiBase", api);
    parameters.put("LineDataBase", api);
    parameters.put("LineAccessBase", line);
    parameters.put(
        "ShopifyAdminBase",
        options.shopifyBase().orElseGet(() -> platforms.shop().base()).toString());
    return new Cloud.Site(
        options.root(),
        options.template(),
        parameters,
        slot.work(),
        slot.logs(),
        kept.map(k -> k.folder("tables")),
        kept.map(k -> k.folder("queues")));
  }

  /** The page and the interface. */
  public URI address() {
    return page.address();
  }

  /** The world's time. */
  public InstantSource clock() {
    return clock;
  }

  /** The folder of the functions' logs. */
  public Path logs() {
    return logs;
  }

  /** Ends everything that was started; the state is kept if it was to be. */
  @Override
  public void close() {
    end(parts);
  }

  private static void end(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("A part of the world did not end well", e);
      }
    }
  }
}
