package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shopping.OrderId;
import java.time.Instant;

/** {@link Reason} as a value with its facts; its sentence is made when it is read. */
public final class ReasonCodec implements Codec<Reason> {

  @Override
  public ObjectNode tree(Reason reason) {
    return switch (reason) {
      case Reason.Uninstalled() -> why("uninstalled");
      case Reason.Paused(Instant until) -> why("paused").put("until", until.toString());
      case Reason.SwitchedOff(Kind kind) -> why("switched-off").put("kind", kind.name());
      case Reason.NotLinked() -> why("not-linked");
      case Reason.NotFriend() -> why("not-friend");
      case Reason.Blocked() -> why("blocked");
      case Reason.Relinked() -> why("relinked");
      case Reason.OptedOut(Kind kind) -> why("opted-out").put("kind", kind.name());
      case Reason.NothingSeen() -> why("nothing-seen");
      case Reason.Bought(OrderId order) -> why("bought").put("order", order.toString());
      case Reason.SoldOut() -> why("sold-out");
      case Reason.Unavailable() -> why("unavailable");
      case Reason.Quiet(Instant until) -> why("quiet").put("until", until.toString());
      case Reason.Capped(Kind kind, Cap cap, Instant freeAt) ->
          cap(why("capped").put("kind", kind.name()), cap, freeAt);
      case Reason.BudgetSpent(Cap budget, Instant freeAt) ->
          cap(why("budget-spent"), budget, freeAt);
      case Reason.QuotaReserved(long limit, long used, int reserve) ->
          why("quota-reserved").put("limit", limit).put("used", used).put("reserve", reserve);
      case Reason.Stale(Instant since) -> why("stale").put("since", since.toString());
      case Reason.LineTrouble(Instant until) -> why("line-trouble").put("until", until.toString());
      case Reason.RefusedByLine(String code) -> why("refused-by-line").put("code", code);
      case Reason.Unsettled() -> why("unsettled");
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
      case "uninstalled" -> new Reason.Uninstalled();
      case "paused" -> new Reason.Paused(fields.instant("until"));
      case "switched-off" -> new Reason.SwitchedOff(fields.one("kind", Kind.class));
      case "not-linked" -> new Reason.NotLinked();
      case "not-friend" -> new Reason.NotFriend();
      case "blocked" -> new Reason.Blocked();
      case "relinked" -> new Reason.Relinked();
      case "opted-out" -> new Reason.OptedOut(fields.one("kind", Kind.class));
      case "nothing-seen" -> new Reason.NothingSeen();
      case "bought" -> new Reason.Bought(fields.parsed("order", "an order", PurchaseCodec::order));
      case "sold-out" -> new Reason.SoldOut();
      case "unavailable" -> new Reason.Unavailable();
      case "quiet" -> new Reason.Quiet(fields.instant("until"));
      case "capped" ->
          new Reason.Capped(fields.one("kind", Kind.class), cap(fields), fields.instant("freeAt"));
      case "budget-spent" -> new Reason.BudgetSpent(cap(fields), fields.instant("freeAt"));
      case "quota-reserved" ->
          new Reason.QuotaReserved(
              fields.number("limit"), fields.number("used"), fields.whole("reserve"));
      case "stale" -> new Reason.Stale(fields.instant("since"));
      case "line-trouble" -> new Reason.LineTrouble(fields.instant("until"));
      case "refused-by-line" -> new Reason.RefusedByLine(fields.text("code"));
      case "unsettled" -> new Reason.Unsettled();
      default -> throw fields.wrong("why", "a known reason");
    };
  }

  private static Cap cap(Fields fields) {
    return new Cap(fields.whole("messages"), fields.whole("days"));
  }
}
