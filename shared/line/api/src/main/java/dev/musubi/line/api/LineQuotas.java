package dev.musubi.line.api;

import com.linecorp.bot.messaging.model.MessageQuotaResponse;
import com.linecorp.bot.messaging.model.QuotaConsumptionResponse;
import com.linecorp.bot.messaging.model.QuotaType;
import dev.musubi.core.sending.Quota;
import dev.musubi.core.sending.Quotas;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A shop's quota as LINE told it, at most {@link #FRESH} ago. While LINE does not answer, the last
 * known quota counts, or none: LINE itself refuses what is over the limit.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#get-quota">Get the target
 *     limit</a>
 */
public final class LineQuotas implements Quotas {
  static final Duration FRESH = Duration.ofMinutes(10);

  /** How long a LINE that does not answer is not asked again. */
  static final Duration SILENCE = Duration.ofMinutes(1);

  private final LineCalls calls;
  private final InstantSource clock;
  private final Map<ShopId, Known> known = new ConcurrentHashMap<>();

  public LineQuotas(LineCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  private record Known(Quota quota, Instant until) {}

  @Override
  public Quota of(ShopId shop) {
    Instant now = clock.instant();
    Optional<Known> last = Optional.ofNullable(known.get(shop));
    if (last.filter(k -> now.isBefore(k.until())).isPresent()) {
      return last.get().quota();
    }
    Known next =
        read(shop)
            .map(quota -> new Known(quota, now.plus(FRESH)))
            .orElseGet(
                () -> new Known(last.map(Known::quota).orElse(Quota.UNLIMITED), now.plus(SILENCE)));
    known.put(shop, next);
    return next.quota();
  }

  @Override
  public void exhausted(ShopId shop, Instant until) {
    known.compute(
        shop,
        (s, last) -> {
          long used = last == null ? 0 : last.quota().used();
          return new Known(new Quota(OptionalLong.of(used), used), until);
        });
  }

  private Optional<Quota> read(ShopId shop) {
    if (!(calls.callRepeatable(shop, line -> line.getMessageQuota())
            instanceof LineAnswer.Ok<MessageQuotaResponse>(var limit))
        || !(calls.callRepeatable(shop, line -> line.getMessageQuotaConsumption())
            instanceof LineAnswer.Ok<QuotaConsumptionResponse>(var consumption))) {
      return Optional.empty();
    }
    long used = Optional.ofNullable(consumption.body().totalUsage()).orElse(0L);
    boolean limited = limit.body().type() == QuotaType.LIMITED && limit.body().value() != null;
    return Optional.of(
        new Quota(limited ? OptionalLong.of(limit.body().value()) : OptionalLong.empty(), used));
  }
}
