package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.plan.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the shop could know for sure at a moment: the newest settled news counts, and what is told
 * but not yet settled leaves it open.
 */
final class Knowledge {

  /** A nonce lives an hour: whoever's confirmation took about as long may have come too late. */
  private static final Duration NONCE_SURE = Duration.ofMinutes(55);

  private final Timeline timeline;

  Knowledge(Timeline timeline) {
    this.timeline = timeline;
  }

  Certainty friend(int shop, int account, Instant at) {
    return newest(
        timeline.ofAccount(shop, account),
        deed -> Optional.of(!(deed instanceof Deed.Block)),
        Certainty.NO,
        at);
  }

  /** A pause lasts a month, longer than anybody is looked at. */
  Certainty wants(int shop, int account, String kind, Instant at) {
    Certainty wanted = said(shop, account, deed -> wish(deed, kind), at);
    Certainty heard = said(shop, account, deed -> pause(deed, kind), at);
    if (wanted == Certainty.NO || heard == Certainty.NO) {
      return Certainty.NO;
    }
    return wanted == heard ? wanted : Certainty.UNSURE;
  }

  private Certainty said(
      int shop, int account, Function<Deed, Optional<Boolean>> says, Instant at) {
    return newest(wishes(shop, account, says, at), says, Certainty.YES, at);
  }

  private static Optional<Boolean> pause(Deed deed, String kind) {
    return deed instanceof Deed.Pause(int who, boolean on) && !Politeness.SERVICE.contains(kind)
        ? Optional.of(!on)
        : Optional.empty();
  }

  private static Optional<Boolean> wish(Deed deed, String kind) {
    return deed instanceof Deed.Prefer(int who, String what, boolean on)
            && (what.equals(kind)
                || what.equals(Deed.Prefer.PROMOTIONAL) && Politeness.PROMOTIONAL.contains(kind))
        ? Optional.of(on)
        : Optional.empty();
  }

  /**
   * What the account said, and what its customer said before with the account that was linked until
   * then, or what had come along to that one: that goes along, and what is said while the link is
   * on its way may.
   */
  private List<Timeline.Told> wishes(
      int shop, int account, Function<Deed, Optional<Boolean>> says, Instant at) {
    List<Timeline.Told> wishes = new ArrayList<>(timeline.ofAccount(shop, account));
    for (Timeline.Told told : timeline.ofAccount(shop, account)) {
      if (told.act().deed() instanceof Deed.Confirm confirm && !told.at().isAfter(at)) {
        wishes.addAll(broughtAlong(shop, confirm, told, says));
      }
    }
    wishes.sort(Comparator.comparing(Timeline.Told::at));
    return wishes;
  }

  private List<Timeline.Told> broughtAlong(
      int shop, Deed.Confirm confirm, Timeline.Told link, Function<Deed, Optional<Boolean>> says) {
    List<Timeline.Told> brought = new ArrayList<>();
    for (int other : timeline.accounts(shop, confirm.customer())) {
      Instant before = link.at().minusMillis(1);
      boolean sure = linked(shop, confirm.customer(), other, before) == Certainty.YES;
      for (Timeline.Told told : wishes(shop, other, says, before)) {
        if (other != confirm.account()
            && told.at().isBefore(link.settled())
            && says.apply(told.act().deed()).isPresent()) {
          boolean known = sure && told.settled().isBefore(link.at());
          brought.add(new Timeline.Told(told.act(), known ? link.settled() : Instant.MAX));
        }
      }
    }
    return brought;
  }

  Certainty installed(int shop, Instant at) {
    return newest(
        timeline.ofShop(shop),
        deed ->
            deed instanceof Deed.Uninstall || deed instanceof Deed.Reinstall
                ? Optional.of(deed instanceof Deed.Reinstall)
                : Optional.empty(),
        Certainty.YES,
        at);
  }

  Certainty forgotten(int shop, int customer, Instant at) {
    return newest(
        timeline.ofCustomer(shop, customer),
        deed -> deed instanceof Deed.Redact ? Optional.of(true) : Optional.empty(),
        Certainty.NO,
        at);
  }

  /** Of a scarce product. */
  Certainty there(int shop, int product, Instant at) {
    return newest(
        timeline.ofScarce(shop, product),
        deed ->
            deed instanceof Deed.Units units ? Optional.of(units.units() > 0) : Optional.empty(),
        Certainty.NO,
        at);
  }

  Certainty buyable(int shop, int product, Instant at) {
    Certainty stock =
        newest(
            timeline.ofShop(shop),
            deed ->
                deed instanceof Deed.Stock(int what, boolean sellable) && what == product
                    ? Optional.of(sellable)
                    : Optional.empty(),
            Certainty.YES,
            at);
    Certainty published =
        newest(
            timeline.ofShop(shop),
            deed ->
                deed instanceof Deed.Publish(int what, boolean on) && what == product
                    ? Optional.of(on)
                    : Optional.empty(),
            Certainty.YES,
            at);
    if (stock == Certainty.NO || published == Certainty.NO) {
      return Certainty.NO;
    }
    return stock == published ? stock : Certainty.UNSURE;
  }

  /** News carries its own time: the newest counts, in whatever order it comes. */
  private static Certainty newest(
      List<Timeline.Told> news,
      Function<Deed, Optional<Boolean>> says,
      Certainty before,
      Instant at) {
    Certainty known = before;
    boolean open = false;
    for (Timeline.Told told : news) {
      Optional<Boolean> value =
          told.at().isAfter(at) ? Optional.empty() : says.apply(told.act().deed());
      if (value.isPresent()) {
        Certainty said = Certainty.of(value.get());
        if (!told.settled().isAfter(at)) {
          known = said;
          open = false;
        } else if (said != known) {
          open = true;
        }
      }
    }
    return open ? Certainty.UNSURE : known;
  }

  /**
   * Links are tied and ended in the order in which news arrives: where two were on their way at
   * once, either may have come last.
   */
  Certainty linked(int shop, int customer, int account, Instant at) {
    Certainty known = Certainty.NO;
    Instant busy = Instant.MIN;
    for (Timeline.Told told : touching(shop, customer, account)) {
      if (told.at().isAfter(at)) {
        break;
      }
      Certainty said = said(told, shop, customer, account, known);
      boolean clear = !busy.isAfter(told.at()) && !told.settled().isAfter(at);
      if (said != known) {
        known = clear ? said : Certainty.UNSURE;
      }
      busy = busy.isAfter(told.settled()) ? busy : told.settled();
    }
    return known;
  }

  /** The customer's link to whichever account. */
  boolean surelyUnlinked(int shop, int customer, Instant at) {
    return timeline.accounts(shop, customer).stream()
        .allMatch(account -> linked(shop, customer, account, at) == Certainty.NO);
  }

  boolean surelyFree(int shop, int account, Instant at) {
    return timeline.customers(shop, account).stream()
        .allMatch(customer -> linked(shop, customer, account, at) == Certainty.NO);
  }

  private Certainty said(Timeline.Told told, int shop, int customer, int account, Certainty known) {
    return switch (told.act().deed()) {
      case Deed.Confirm(int who, int whom, Instant minted, String nonce) -> {
        boolean mine = who == account && whom == customer;
        boolean inTime = told.settled().isBefore(minted.plus(NONCE_SURE));
        yield inTime ? Certainty.of(mine) : Certainty.UNSURE;
      }
      case Deed.Merge(int gone, int kept) when kept == customer ->
          takenOver(shop, gone, kept, account, known, told.at().minusMillis(1));
      default -> Certainty.NO;
    };
  }

  /** The one who is kept takes the other's link over, unless they have one. */
  private Certainty takenOver(
      int shop, int gone, int kept, int account, Certainty own, Instant before) {
    boolean free =
        timeline.accounts(shop, kept).stream()
            .allMatch(any -> linked(shop, kept, any, before) == Certainty.NO);
    boolean nothing =
        timeline.accounts(shop, gone).stream()
            .allMatch(any -> linked(shop, gone, any, before) == Certainty.NO);
    if (own == Certainty.YES || nothing) {
      return own;
    }
    return free ? linked(shop, gone, account, before) : Certainty.UNSURE;
  }

  private List<Timeline.Told> touching(int shop, int customer, int account) {
    List<Timeline.Told> touching = new ArrayList<>();
    timeline.ofCustomer(shop, customer).stream().filter(Knowledge::ties).forEach(touching::add);
    timeline.ofAccount(shop, account).stream()
        .filter(Knowledge::ties)
        .filter(told -> !touching.contains(told))
        .forEach(touching::add);
    touching.sort(Comparator.comparing(Timeline.Told::at));
    return touching;
  }

  private static boolean ties(Timeline.Told told) {
    Deed deed = told.act().deed();
    return deed instanceof Deed.Confirm
        || deed instanceof Deed.Unlink
        || deed instanceof Deed.UnlinkAtShop
        || deed instanceof Deed.Delete
        || deed instanceof Deed.Merge
        || deed instanceof Deed.Redact;
  }
}
