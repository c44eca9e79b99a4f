package dev.musubi.local.world.platforms;

import dev.musubi.local.line.LineSimulator;
import dev.musubi.local.line.Settings;
import dev.musubi.local.shopify.ShopSimulator;
import dev.musubi.local.shopify.webhook.WebhookSettings;
import dev.musubi.local.world.clock.Agenda;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.runtime.Lambda;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * LINE and Shopify beside the cloud. Their patience with webhooks is longer than the real ones',
 * since a first start of a function takes longer on a small machine than on Lambda.
 */
public final class Platforms implements AutoCloseable {
  private static final Duration PATIENCE = Lambda.LONGEST_START.plusSeconds(28);
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final LineSimulator line;
  private final ShopSimulator shop;

  private Platforms(LineSimulator line, ShopSimulator shop) {
    this.line = line;
    this.shop = shop;
  }

  /**
   * Starts both, empty.
   *
   * @param foreignLine another server answers LINE's API, so the dialog takes its link tokens
   */
  public static Platforms start(InstantSource clock, Busy busy, boolean foreignLine) {
    Settings settings =
        Settings.defaults().withForeignApi(foreignLine).withPatience(PATIENCE, SILENCE);
    LineSimulator line = LineSimulator.start(clock, settings, what -> busy.begin(what)::close);
    try {
      WebhookSettings webhooks =
          WebhookSettings.asShopify()
              .with(WebhookSettings.Subscriptions.SHOP_SPECIFIC)
              .withPatience(CONNECT_PATIENCE, PATIENCE);
      return new Platforms(
          line, ShopSimulator.start(clock, webhooks, what -> busy.begin(what)::close));
    } catch (RuntimeException e) {
      line.close();
      throw e;
    }
  }

  public LineSimulator line() {
    return line;
  }

  public ShopSimulator shop() {
    return shop;
  }

  /** The webhooks that will be sent again. */
  public List<Agenda> agendas() {
    return List.of(
        new Redeliveries("redelivery by LINE", line::nextDue, line::runDue),
        new Redeliveries(
            "retry by Shopify", () -> shop.webhooks().nextDue(), shop.webhooks()::runDue));
  }

  /** Forgets everything that happened and everybody. */
  public void clear() {
    line.clear();
    shop.clear();
  }

  @Override
  public void close() {
    line.close();
    shop.close();
  }
}
