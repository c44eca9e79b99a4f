package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Shops;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The one place where it is judged whether a message is sent. Judging is read-only, reserving is
 * the last step before LINE is called, and what was reserved is not judged again but for who may
 * still get it.
 */
public final class Push {

  private final Briefing briefing;
  private final Channels channels;
  private final Deliveries deliveries;
  private final Ways ways;
  private final Outbox outbox;
  private final Surroundings around;

  /**
   * What every step needs around it: several shops go side by side in {@code shops}, and within one
   * of them {@code sends} bounds how many of its messages do; {@code followUps} of the kinds that
   * have one.
   */
  public record Surroundings(
      Parallel shops,
      Parallel sends,
      Quotas quotas,
      Meter meter,
      InstantSource clock,
      Map<Kind, FollowUp> followUps) {

    public Surroundings {
      followUps = Collections.unmodifiableMap(new TreeMap<>(followUps));
    }
  }

  public Push(
      Shops shops,
      Dossiers dossiers,
      Deliveries deliveries,
      Ways ways,
      Outbox outbox,
      Surroundings around) {
    this.deliveries = deliveries;
    this.ways = ways;
    this.outbox = outbox;
    this.around = around;
    this.channels = new Channels(shops, around.quotas(), around.meter(), around.clock());
    this.briefing = new Briefing(shops, dossiers, channels, around.shops(), around.meter());
  }

  /** An intent as a queue delivered it; {@code receives} counts from 1. */
  public record Received(SendIntent intent, int receives) {}

  /**
   * At most 100 intents; says for each, in their order, what becomes of the queue's message: only
   * acknowledge and retry are left to the caller, what had to be scheduled or parked is so when
   * this returns.
   */
  public List<Disposition> handle(List<Received> batch) {
    Map<Integer, Disposition> answers = new TreeMap<>();
    around.shops().map(briefing.of(batch), this::share).forEach(answers::putAll);
    return List.copyOf(answers.values());
  }

  /** By the place in the batch. */
  private Map<Integer, Disposition> share(Briefing.Brief brief) {
    List<Disposition> then = dispositions(brief);
    Map<Integer, Disposition> answers = new TreeMap<>();
    for (int i = 0; i < then.size(); i++) {
      answers.put(brief.share().places().get(i), then.get(i));
    }
    return answers;
  }

  private List<Disposition> dispositions(Briefing.Brief brief) {
    List<Received> received = brief.share().received();
    return switch (brief) {
      case Briefing.Brief.Read read -> sent(read);
      case Briefing.Brief.NoShop no -> each(received, r -> new Disposition.Acknowledge());
      case Briefing.Brief.NotNow no -> each(received, Push::backOff);
    };
  }

  private static List<Disposition> each(
      List<Received> received, Function<Received, Disposition> then) {
    return received.stream().map(then).toList();
  }

  /** One shop that fails must not hold up the others. */
  private List<Disposition> sent(Briefing.Brief.Read read) {
    List<Received> batch = read.share().received();
    try {
      List<Dossier> dossiers = withQuota(read);
      List<Judged> judged =
          around.sends().map(lines(batch), line -> oneAfterTheOther(line, batch, dossiers)).stream()
              .flatMap(List::stream)
              .sorted(Comparator.comparingInt(Placed::index))
              .map(Placed::judged)
              .toList();
      deliveries.record(judged.stream().flatMap(j -> j.delivery().stream()).toList());
      return judged.stream().map(Judged::then).toList();
    } catch (RuntimeException e) {
      around.meter().failed(e);
      return each(batch, Push::backOff);
    }
  }

  /** Only promotional messages have to leave some of it to others: nobody else asks LINE. */
  private List<Dossier> withQuota(Briefing.Brief.Read read) {
    if (read.share().intents().stream().noneMatch(i -> i.subject().kind().isPromotional())) {
      return read.dossiers();
    }
    Quota quota = channels.quota(read.shop().id());
    return read.dossiers().stream().map(dossier -> dossier.with(quota)).toList();
  }

  /** What goes to one addressee goes one after the other, in the order of the kinds. */
  private static List<List<Integer>> lines(List<Received> batch) {
    Map<String, List<Integer>> lines = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      lines.computeIfAbsent(batch.get(i).intent().to().key(), k -> new ArrayList<>()).add(i);
    }
    Comparator<Integer> byKind = Comparator.comparing(i -> batch.get(i).intent().subject().kind());
    return lines.values().stream().map(line -> line.stream().sorted(byKind).toList()).toList();
  }

  /** What became of the intent at that place of the batch. */
  private record Placed(int index, Judged judged) {}

  private List<Placed> oneAfterTheOther(
      List<Integer> line, List<Received> batch, List<Dossier> read) {
    return line.stream().map(i -> new Placed(i, one(batch.get(i), read.get(i)))).toList();
  }

  private Judged one(Received received, Dossier dossier) {
    SendIntent intent = dossier.standing(received.intent());
    Received standing = new Received(intent, received.receives());
    try {
      Instant now = around.clock().instant();
      if (!dossier.erased() && !channels.lets(intent.shop())) {
        return carryOut(intent, held(standing, now));
      }
      Attempt.Made made = ways.make(received.intent(), dossier, received.receives());
      made.answer().ifPresent(answer -> channels.heard(intent.shop(), answer));
      Judged done = carryOut(intent, made.judged());
      boolean follows = !dossier.erased() && forGood(made.judged().then());
      return follows ? followed(standing, dossier.shop(), done) : done;
    } catch (RuntimeException e) {
      around.meter().failed(e);
      return new Judged(Optional.empty(), backOff(received));
    }
  }

  /** The channel answers nothing at the moment: as after a failed call, but without calling. */
  private static Judged held(Received received, Instant now) {
    Settlement settlement = SendTable.again(received.intent(), received.receives(), now);
    return new Judged(
        settlement.result().map(why -> new Delivery(received.intent(), why, Optional.empty(), now)),
        settlement.then());
  }

  /**
   * What is done with for good may have something to follow; if that fails, the row is recorded and
   * the message comes back for it.
   */
  private Judged followed(Received received, Shop shop, Judged done) {
    SendIntent intent = received.intent();
    Optional<FollowUp> next = Optional.ofNullable(around.followUps().get(intent.subject().kind()));
    try {
      next.ifPresent(
          followUp ->
              followUp.after(
                  shop, intent, done.delivery().map(Delivery::result), around.clock().instant()));
      return done;
    } catch (RuntimeException e) {
      around.meter().failed(e);
      return new Judged(done.delivery(), backOff(received));
    }
  }

  private static boolean forGood(Disposition then) {
    return switch (then) {
      case Disposition.Acknowledge acknowledge -> true;
      case Disposition.Park park -> true;
      case Disposition.RetryAfter retry -> false;
      case Disposition.Later later -> false;
    };
  }

  private Judged carryOut(SendIntent intent, Judged judged) {
    judged.delivery().ifPresent(row -> around.meter().count(row.result()));
    return switch (judged.then()) {
      case Disposition.Acknowledge acknowledge -> judged;
      case Disposition.RetryAfter retry -> judged;
      case Disposition.Later(SendIntent next, Instant due) -> {
        outbox.at(due, next);
        yield new Judged(judged.delivery(), new Disposition.Acknowledge());
      }
      case Disposition.Park park -> {
        outbox.park(intent);
        yield new Judged(judged.delivery(), new Disposition.Acknowledge());
      }
    };
  }

  private static Disposition backOff(Received received) {
    return new Disposition.RetryAfter(SendTable.backOff(received.receives()));
  }
}
