package dev.musubi.local.world.adapters;

import dev.musubi.core.sending.Quotas;
import dev.musubi.core.shop.ShopId;
import dev.musubi.line.api.LineQuotas;
import dev.musubi.testkit.contracts.QuotasContract;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;

class LineQuotasTest extends QuotasContract {

  private LinePlatform line;

  @Override
  protected Quotas limited(ShopId shop, long limit, ShopId unlimited, InstantSource clock) {
    line = new LinePlatform(clock, List.of(shop, unlimited), List.of());
    line.simulator.monthlyLimit(shop.handle(), OptionalLong.of(limit));
    return new LineQuotas(line.calls, clock);
  }

  @AfterEach
  void close() {
    line.close();
  }
}
