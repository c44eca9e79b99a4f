package dev.musubi.aws.parameters;

import dev.musubi.aws.grouping.Grouped;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * Credentials in SSM SecureStrings {@code /musubi/<stack>/shops/<shop>}, kept five minutes. Shops
 * that are not registered are remembered for a minute, and at a public door only so many strangers
 * are looked up that the account's 40 reads a second stay with the real ones. When SSM fails, what
 * was read before is used for an hour more; without it the failure is the caller's.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/ssm.html">SSM quotas</a>
 */
public final class SsmShopSecrets implements ShopSecrets {

  static final Duration FRESH = Duration.ofMinutes(5);
  static final Duration STILL_USED = Duration.ofHours(1);
  static final Duration UNKNOWN = Duration.ofMinutes(1);
  private static final Duration NEXT_TRY = Duration.ofSeconds(15);
  private static final int MOST_NAMES = 10;
  private static final int MOST_UNKNOWN = 1_000;
  private static final int LOCKS = 64;
  private static final Logger LOG = LoggerFactory.getLogger(SsmShopSecrets.class);

  private final SsmClient ssm;
  private final Grouped<String, Optional<String>> reads;
  private final String prefix;
  private final InstantSource clock;
  private final SecretsJson json = new SecretsJson();
  private final Predicate<Instant> strangers;
  private final Map<ShopId, Known> known = new ConcurrentHashMap<>();
  private final LinkedHashMap<ShopId, Instant> unknown = new LinkedHashMap<>();
  private final ReentrantLock[] locks =
      IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  private SsmShopSecrets(
      SsmClient ssm, String stack, InstantSource clock, Predicate<Instant> strangers) {
    if (!stack.matches("[A-Za-z][A-Za-z0-9-]{0,127}")) {
      throw new IllegalArgumentException("'stack' must be the name of a stack");
    }
    this.ssm = ssm;
    this.reads = new Grouped<>(new Grouped.Limit<>(MOST_NAMES, name -> 1), failure -> false);
    this.strangers = strangers;
    this.prefix = "/musubi/" + stack + "/shops/";
    this.clock = clock;
  }

  /** For what anybody may call with any shop's name. */
  public static SsmShopSecrets atTheDoor(SsmClient ssm, String stack, InstantSource clock) {
    Allowance strangers = new Allowance(20, Duration.ofSeconds(1));
    return new SsmShopSecrets(ssm, stack, clock, strangers::take);
  }

  /** For what only the stack itself calls, with the names of its own shops. */
  public static SsmShopSecrets inside(SsmClient ssm, String stack, InstantSource clock) {
    return new SsmShopSecrets(ssm, stack, clock, now -> true);
  }

  private record Known(Secrets secrets, Instant readAt, Instant askAgain) {}

  @Override
  public Lookup of(ShopId shop) {
    return remembered(shop).orElseGet(() -> lookedUp(shop));
  }

  /** Removes the shop's credentials for good; repeating it is harmless. */
  public void forget(ShopId shop) {
    try {
      ssm.deleteParameter(r -> r.name(prefix + shop));
    } catch (ParameterNotFoundException e) {
      LOG.debug("{}{} was gone already", prefix, shop);
    }
    known.remove(shop);
  }

  private Lookup lookedUp(ShopId shop) {
    ReentrantLock lock = locks[Math.floorMod(shop.hashCode(), LOCKS)];
    lock.lock();
    try {
      return remembered(shop).orElseGet(() -> asked(shop));
    } finally {
      lock.unlock();
    }
  }

  private Optional<Lookup> remembered(ShopId shop) {
    Instant now = clock.instant();
    Known entry = known.get(shop);
    if (entry != null) {
      return entry.askAgain().isAfter(now)
          ? Optional.of(new Lookup.Found(entry.secrets()))
          : Optional.empty();
    }
    synchronized (unknown) {
      Instant until = unknown.get(shop);
      return until != null && until.isAfter(now)
          ? Optional.of(new Lookup.Unknown())
          : Optional.empty();
    }
  }

  private Lookup asked(ShopId shop) {
    Instant now = clock.instant();
    Optional<Known> former = Optional.ofNullable(known.get(shop));
    if (former.isEmpty() && !strangers.test(now)) {
      return new Lookup.Busy();
    }
    try {
      Optional<Secrets> read = read(shop);
      if (read.isEmpty()) {
        known.remove(shop);
        remember(shop, now.plus(UNKNOWN));
        return new Lookup.Unknown();
      }
      known.put(shop, new Known(read.get(), now, now.plus(FRESH)));
      return new Lookup.Found(read.get());
    } catch (SdkException | IllegalStateException e) {
      return new Lookup.Found(stillUsed(shop, former, now, e));
    }
  }

  private Optional<Secrets> read(ShopId shop) {
    String name = prefix + shop;
    return reads.ask(name, this::documents).map(document -> json.read(name, document));
  }

  private List<Optional<String>> documents(List<String> names) {
    Map<String, String> found = new HashMap<>();
    ssm.getParameters(r -> r.names(names).withDecryption(true))
        .parameters()
        .forEach(parameter -> found.put(parameter.name(), parameter.value()));
    return names.stream().map(name -> Optional.ofNullable(found.get(name))).toList();
  }

  private Secrets stillUsed(
      ShopId shop, Optional<Known> former, Instant now, RuntimeException failure) {
    Known entry =
        former
            .filter(f -> f.readAt().plus(FRESH).plus(STILL_USED).isAfter(now))
            .orElseThrow(() -> failure);
    LOG.warn(
        "{}{} could not be read ({}), the credentials read before are still used",
        prefix,
        shop,
        failure.getClass().getSimpleName());
    known.put(shop, new Known(entry.secrets(), entry.readAt(), now.plus(NEXT_TRY)));
    return entry.secrets();
  }

  private void remember(ShopId shop, Instant until) {
    synchronized (unknown) {
      unknown.remove(shop);
      unknown.put(shop, until);
      if (unknown.size() > MOST_UNKNOWN) {
        unknown.pollFirstEntry();
      }
    }
  }
}
