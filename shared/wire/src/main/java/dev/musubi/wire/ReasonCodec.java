package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.sending.AtLine;
import dev.musubi.core.sending.Ineligible;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.sending.ShopClosed;
import dev.musubi.core.sending.Untimely;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

/** {@link Reason} as a value with its facts; its sentence is made when it is read. */
public final class ReasonCodec implements Codec<Reason> {

  @Override
  public ObjectNode tree(Reason reason) {
    return switch (reason) {
      case ShopClosed.Uninstalled() -> why("uninstalled");
      case ShopClosed.Paused(Instant until) -> why("paused").put("until", until.toString());
      case ShopClosed.SwitchedOff(Kind kind) -> why("switched-off").put("kind", kind.name());
      case Ineligible.NotLinked() -> why("not-linked");
      case Ineligible.NotFriend() -> why("not-friend");
      case Ineligible.Blocked() -> why("blocked");
      case Ineligible.Relinked() -> why("relinked");
      case Ineligible.OptedOut(Kind kind) -> why("opted-out").put("kind", kind.name());
      case Ineligible.OnPause(Instant until) -> why("on-pause").put("until", until.toString());
      case Unwanted.NothingSeen() -> why("nothing-seen");
      case Unwanted.Bought(OrderId order) -> why("bought").put("order", order.toString());
      case Unwanted.ToldAlready() -> why("told-already");
      case Unwanted.NotWaiting() -> why("not-waiting");
      case Unwanted.SoldOut() -> why("sold-out");
      case Unwanted.Unavailable() -> why("unavailable");
      case Unwanted.CheckedOut() -> why("checked-out");
      case Unwanted.CartGone() -> why("cart-gone");
      case Unwanted.Superseded() -> why("superseded");
      case Unwanted.TooSmall(BigDecimal value, BigDecimal minimum, Currency currency) ->
          why("too-small")
              .put("value", value.toPlainString())
              .put("minimum", minimum.toPlainString())
              .put("currency", currency.getCurrencyCode());
      case Untimely.InUse(Instant until) -> why("in-use").put("until", until.toString());
      case Unwanted.OrderUnknown(OrderId order) ->
          why("order-unknown").put("order", order.toString());
      case Unwanted.OrderCancelled(OrderId order) ->
          why("order-cancelled").put("order", order.toString());
      case Unwanted.OrderRefunded(OrderId order) ->
          why("order-refunded").put("order", order.toString());
      case Unwanted.ParcelCancelled(FulfilmentId parcel) ->
          why("parcel-cancelled").put("fulfilment", parcel.toString());
      case Unwanted.AlreadyDelivered(FulfilmentId parcel) ->
          why("already-delivered").put("fulfilment", parcel.toString());
      case Untimely.Quiet(Instant until) -> why("quiet").put("until", until.toString());
      case Untimely.Capped(Kind kind, Cap cap, Instant freeAt) ->
          cap(why("capped").put("kind", kind.name()), cap, freeAt);
      case Untimely.BudgetSpent(Cap budget, Instant freeAt) ->
          cap(why("budget-spent"), budget, freeAt);
      case Untimely.QuotaReserved(long limit, long used, int reserve) ->
          why("quota-reserved").put("limit", limit).put("used", used).put("reserve", reserve);
      case Untimely.Stale(Instant since) -> why("stale").put("since", since.toString());
      case AtLine.OutOfReach(Instant until) -> why("line-trouble").put("until", until.toString());
      case AtLine.Awaited(Instant until) -> why("awaited").put("until", until.toString());
      case AtLine.NotDelivered() -> why("not-delivered");
      case AtLine.RefusedByLine(String code) -> why("refused-by-line").put("code", code);
      case AtLine.Unsettled() -> why("unsettled");
    };
  }

  private static ObjectNode why(String why) {
    return Json.object().put("why", why);
  }

  private static ObjectNode cap(ObjectNode tree, Cap cap, Instant freeAt) {
    return tree.put("messages", cap.messages())
        .put("days", cap.days())
        .put("freeAt", freeAt.toString());
  }

  @Override
  public Reason value(Fields fields) {
    return switch (fields.text("why")) {
      case "uninstalled" -> new ShopClosed.Uninstalled();
      case "paused" -> new ShopClosed.Paused(fields.instant("until"));
      case "switched-off" -> new ShopClosed.SwitchedOff(fields.one("kind", Kind.class));
      case "not-linked" -> new Ineligible.NotLinked();
      case "not-friend" -> new Ineligible.NotFriend();
      case "blocked" -> new Ineligible.Blocked();
      case "relinked" -> new Ineligible.Relinked();
      case "opted-out" -> new Ineligible.OptedOut(fields.one("kind", Kind.class));
      case "on-pause" -> new Ineligible.OnPause(fields.instant("until"));
      case "nothing-seen" -> new Unwanted.NothingSeen();
      case "bought" -> new Unwanted.Bought(order(fields));
      case "told-already" -> new Unwanted.ToldAlready();
      case "not-waiting" -> new Unwanted.NotWaiting();
      case "sold-out" -> new Unwanted.SoldOut();
      case "unavailable" -> new Unwanted.Unavailable();
      case "checked-out" -> new Unwanted.CheckedOut();
      case "cart-gone" -> new Unwanted.CartGone();
      case "superseded" -> new Unwanted.Superseded();
      case "too-small" ->
          new Unwanted.TooSmall(
              fields.parsed("value", "a price", ProductCodec::price),
              fields.parsed("minimum", "a price", ProductCodec::price),
              fields.parsed("currency", "a currency", Currency::getInstance));
      case "in-use" -> new Untimely.InUse(fields.instant("until"));
      case "order-unknown" -> new Unwanted.OrderUnknown(order(fields));
      case "order-cancelled" -> new Unwanted.OrderCancelled(order(fields));
      case "order-refunded" -> new Unwanted.OrderRefunded(order(fields));
      case "parcel-cancelled" -> new Unwanted.ParcelCancelled(parcel(fields));
      case "already-delivered" -> new Unwanted.AlreadyDelivered(parcel(fields));
      case "quiet" -> new Untimely.Quiet(fields.instant("until"));
      case "capped" ->
          new Untimely.Capped(
              fields.one("kind", Kind.class), cap(fields), fields.instant("freeAt"));
      case "budget-spent" -> new Untimely.BudgetSpent(cap(fields), fields.instant("freeAt"));
      case "quota-reserved" ->
          new Untimely.QuotaReserved(
              fields.number("limit"), fields.number("used"), fields.whole("reserve"));
      case "stale" -> new Untimely.Stale(fields.instant("since"));
      case "line-trouble" -> new AtLine.OutOfReach(fields.instant("until"));
      case "awaited" -> new AtLine.Awaited(fields.instant("until"));
      case "not-delivered" -> new AtLine.NotDelivered();
      case "refused-by-line" -> new AtLine.RefusedByLine(fields.text("code"));
      case "unsettled" -> new AtLine.Unsettled();
      default -> throw fields.wrong("why", "a known reason");
    };
  }

  private static Cap cap(Fields fields) {
    return new Cap(fields.whole("messages"), fields.whole("days"));
  }

  private static OrderId order(Fields fields) {
    return fields.parsed("order", "an order", PurchaseCodec::order);
  }

  private static FulfilmentId parcel(Fields fields) {
    return fields.parsed("fulfilment", "a fulfilment", IntentCodec::fulfilment);
  }
}
