package dev.musubi.core.wording;

import dev.musubi.core.shop.ShopId;
import java.util.List;

/**
 * Port: has LINE look at a message without sending it.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#validate-push-message">Validate
 *     message objects of a push message</a>
 */
public interface MessageCheck {

  Checked check(ShopId shop, Rendered message);

  /** What came of it. */
  sealed interface Checked {

    record Fine() implements Checked {}

    /** What LINE objects to, in LINE's own words. */
    record Objections(List<String> what) implements Checked {
      public Objections {
        what = List.copyOf(what);
      }
    }

    /** LINE could not be asked; {@code cause} names no person and no secret. */
    record Unclear(String cause) implements Checked {}
  }
}
