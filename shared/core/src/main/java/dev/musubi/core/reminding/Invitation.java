package dev.musubi.core.reminding;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Wave;
import java.time.Duration;

/**
 * The intent that a wave makes of one place in the line: however often it is made, it is the same.
 */
final class Invitation {

  static final Duration FRESH = Duration.ofHours(48);

  /** Up to so many are a matter of minutes; more than that has time. */
  private static final int SCARCE = 100;

  private Invitation() {}

  static SendIntent of(ShopId shop, Wave wave, Watch watch) {
    return of(shop, wave, watch, wave.size() <= SCARCE ? Lane.EXPRESS : Lane.BULK);
  }

  static SendIntent of(ShopId shop, Wave wave, Watch watch, Lane lane) {
    return new SendIntent(
        shop,
        new Addressee.Customer(watch.customer()),
        new Subject.Restocked(watch.variant(), wave.event()),
        lane,
        wave.due(),
        wave.due().plus(FRESH));
  }
}
