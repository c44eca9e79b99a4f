package dev.musubi.core.sending;

import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.QuietHours;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The policies of each kind in the order in which they are asked; the first that does not say send
 * wins.
 */
public final class Policies {

  /** What waited for the end of the quiet hours goes out within this time after it. */
  static final Duration SPREAD = Duration.ofMinutes(15);

  private static final List<Policy> CART =
      List.of(
          Policies::shopActive,
          Policies::switchedOn,
          Policies::ripe,
          Policies::linkedFriend,
          Policies::notOptedOut,
          Policies::stillWanted,
          Policies::outsideQuietHours,
          Policies::underCap,
          Policies::withinBudget,
          Policies::withinQuota);

  private static final List<Policy> BROWSE =
      List.of(
          Policies::shopActive,
          Policies::switchedOn,
          Policies::linkedFriend,
          Policies::notOptedOut,
          Policies::stillWanted,
          Policies::outsideQuietHours,
          Policies::underCap,
          Policies::withinBudget,
          Policies::withinQuota);

  private static final List<Policy> RESTOCK =
      List.of(
          Policies::shopActive,
          Policies::switchedOn,
          Policies::linkedFriend,
          Policies::notOptedOut,
          Policies::stillWanted,
          Policies::outsideQuietHours);

  private static final List<Policy> ORDER = RESTOCK;

  private static final List<Policy> SHIPPING = RESTOCK;

  private static final List<String> CART_NAMES =
      List.of(
          "shop",
          "activity",
          "eligible",
          "opt-out",
          "wanted",
          "quiet-hours",
          "caps",
          "budget",
          "quota");

  private static final List<String> BROWSE_NAMES =
      List.of("shop", "eligible", "opt-out", "wanted", "quiet-hours", "caps", "budget", "quota");

  private static final List<String> SHORT_NAMES =
      List.of("shop", "eligible", "opt-out", "wanted", "quiet-hours");

  private Policies() {}

  /**
   * As whom the policies of that kind speak, in the order in which they are asked: the first two
   * both as the shop, the others one each.
   */
  public static List<String> names(Kind kind) {
    return switch (kind) {
      case CART -> CART_NAMES;
      case BROWSE -> BROWSE_NAMES;
      case RESTOCK, ORDER, SHIPPING -> SHORT_NAMES;
    };
  }

  static List<Policy> of(Kind kind) {
    return switch (kind) {
      case CART -> CART;
      case BROWSE -> BROWSE;
      case RESTOCK -> RESTOCK;
      case ORDER -> ORDER;
      case SHIPPING -> SHIPPING;
    };
  }

  /** Every policy of the kind. */
  public static Verdict judge(SendIntent intent, Dossier dossier, Instant now) {
    return first(of(intent.subject().kind()), intent, dossier, now);
  }

  /**
   * What may still stop a message that was reserved before: it keeps its slots, but it does not go
   * to who is gone, not about what the shop or the shopper no longer wants, not about what is in
   * use again, and not at night.
   */
  public static Verdict recheck(
      SendIntent intent, Mark.InFlight mark, Dossier dossier, Instant now) {
    List<Policy> policies =
        List.of(
            Policies::shopActive,
            Policies::switchedOn,
            Policies::ripe,
            Policies::linkedFriend,
            (i, d, n) -> sameAccount(mark, d),
            Policies::notOptedOut,
            (i, d, n) -> frozenStillWanted(mark, d),
            Policies::outsideQuietHours);
    return first(policies, intent, dossier, now);
  }

  /** Whether nobody can be pushed to, but nobody said no either: then a phone may be tried. */
  static boolean stranger(SendIntent intent, Dossier dossier, Instant now) {
    return switch (linkedFriend(intent, dossier, now)) {
      case Verdict.Skip(Ineligible.NotLinked why) -> true;
      case Verdict.Skip(Ineligible.NotFriend why) ->
          dossier.recipient().flatMap(r -> r.mark(intent.id())).isEmpty();
      case Verdict.Skip skip -> false;
      case Verdict.Defer defer -> false;
      case Verdict.Send send -> false;
    };
  }

  /** What is asked before a notification message to a stranger. */
  static Verdict judgeByPhone(SendIntent intent, Dossier dossier, Instant now) {
    List<Policy> policies =
        List.of(
            Policies::shopActive,
            Policies::switchedOn,
            Policies::notOptedOut,
            Policies::stillWanted,
            Policies::outsideQuietHours);
    return first(policies, intent, dossier, now);
  }

  private static Verdict first(
      List<Policy> policies, SendIntent intent, Dossier dossier, Instant now) {
    for (Policy policy : policies) {
      Verdict verdict = policy.judge(intent, dossier, now);
      if (!(verdict instanceof Verdict.Send)) {
        return verdict;
      }
    }
    return new Verdict.Send();
  }

  static Verdict shopActive(SendIntent intent, Dossier dossier, Instant now) {
    return switch (dossier.shop().standing()) {
      case Standing.Active() -> new Verdict.Send();
      case Standing.Uninstalled(Instant at) -> new Verdict.Skip(new ShopClosed.Uninstalled());
      case Standing.Paused(Instant until) ->
          until.isAfter(now)
              ? new Verdict.Defer(new ShopClosed.Paused(until), until)
              : new Verdict.Send();
    };
  }

  static Verdict switchedOn(SendIntent intent, Dossier dossier, Instant now) {
    Kind kind = intent.subject().kind();
    return dossier.shop().settings().kinds().enabled(kind)
        ? new Verdict.Send()
        : new Verdict.Skip(new ShopClosed.SwitchedOff(kind));
  }

  /** Before its time nobody is judged: who is not linked yet may be by then. */
  static Verdict ripe(SendIntent intent, Dossier dossier, Instant now) {
    return dossier.facts().tooEarly(now).<Verdict>map(early -> early).orElseGet(Verdict.Send::new);
  }

  static Verdict linkedFriend(SendIntent intent, Dossier dossier, Instant now) {
    if (dossier.recipient().isEmpty()) {
      return new Verdict.Skip(new Ineligible.NotLinked());
    }
    Friendship.State state = dossier.recipient().get().friendship().state();
    return switch (state) {
      case FRIEND -> new Verdict.Send();
      case BLOCKED -> new Verdict.Skip(new Ineligible.Blocked());
      case UNKNOWN -> new Verdict.Skip(new Ineligible.NotFriend());
    };
  }

  static Verdict sameAccount(Mark.InFlight mark, Dossier dossier) {
    return dossier.lineUser().filter(mark.to()::equals).isPresent()
        ? new Verdict.Send()
        : new Verdict.Skip(new Ineligible.Relinked());
  }

  static Verdict notOptedOut(SendIntent intent, Dossier dossier, Instant now) {
    Kind kind = intent.subject().kind();
    Wishes wishes = dossier.recipient().map(RecipientState::wishes).orElse(Wishes.NONE);
    if (!wishes.wanted(kind)) {
      return new Verdict.Skip(new Ineligible.OptedOut(kind));
    }
    return skipIf(wishes.pausedUntil(kind, now).map(Ineligible.OnPause::new));
  }

  static Verdict stillWanted(SendIntent intent, Dossier dossier, Instant now) {
    return skipIf(dossier.facts().objection());
  }

  static Verdict frozenStillWanted(Mark.InFlight mark, Dossier dossier) {
    return skipIf(dossier.facts().objection(mark.content()));
  }

  static Verdict outsideQuietHours(SendIntent intent, Dossier dossier, Instant now) {
    Shop shop = dossier.shop();
    QuietHours quiet = shop.settings().quietHours();
    boolean kept = shop.settings().kinds().keepsQuiet(intent.subject().kind());
    if (!kept || !quiet.contains(now, shop.zone())) {
      return new Verdict.Send();
    }
    Instant until = quiet.endAfter(now, shop.zone()).plus(intent.id().share(SPREAD));
    return new Verdict.Defer(new Untimely.Quiet(until), until);
  }

  static Verdict underCap(SendIntent intent, Dossier dossier, Instant now) {
    Kind kind = intent.subject().kind();
    return dossier
        .shop()
        .settings()
        .kinds()
        .cap(kind)
        .flatMap(
            cap -> freeAt(kind, cap, dossier, now).map(at -> new Untimely.Capped(kind, cap, at)))
        .<Verdict>map(Verdict.Skip::new)
        .orElseGet(Verdict.Send::new);
  }

  /** When the cap lets the next message through, if it holds now. */
  private static Optional<Instant> freeAt(Kind kind, Cap cap, Dossier dossier, Instant now) {
    List<Slot> counted =
        slots(dossier).stream()
            .filter(slot -> slot.kind() == kind && counts(slot, cap, dossier.shop(), now))
            .sorted(Comparator.comparing(Slot::at).reversed())
            .toList();
    return counted.size() < cap.messages()
        ? Optional.empty()
        : Optional.of(endOf(counted.get(cap.messages() - 1), cap, dossier.shop()));
  }

  /**
   * Kinds that go out at a fixed hour compare dates: else once a week at 18:00 drifts to every
   * eighth day.
   */
  private static boolean counts(Slot slot, Cap cap, Shop shop, Instant now) {
    return switch (slot.kind()) {
      case BROWSE -> slot.on().plusDays(cap.days()).isAfter(shop.today(now));
      case CART, RESTOCK, ORDER, SHIPPING -> endOf(slot, cap, shop).isAfter(now);
    };
  }

  private static Instant endOf(Slot slot, Cap cap, Shop shop) {
    return switch (slot.kind()) {
      case BROWSE -> shop.runAt(slot.on().plusDays(cap.days()));
      case CART, RESTOCK, ORDER, SHIPPING -> slot.at().plus(Duration.ofDays(cap.days()));
    };
  }

  static Verdict withinBudget(SendIntent intent, Dossier dossier, Instant now) {
    Optional<Cap> budget = dossier.shop().settings().contactBudget();
    if (budget.isEmpty() || !intent.subject().kind().isPromotional()) {
      return new Verdict.Send();
    }
    Duration window = Duration.ofDays(budget.get().days());
    List<Instant> counted =
        slots(dossier).stream()
            .filter(slot -> slot.kind().isPromotional() && slot.at().plus(window).isAfter(now))
            .map(Slot::at)
            .sorted(Comparator.reverseOrder())
            .toList();
    if (counted.size() < budget.get().messages()) {
      return new Verdict.Send();
    }
    Instant free = counted.get(budget.get().messages() - 1).plus(window);
    return new Verdict.Skip(new Untimely.BudgetSpent(budget.get(), free));
  }

  static Verdict withinQuota(SendIntent intent, Dossier dossier, Instant now) {
    int reserve = dossier.shop().settings().quotaReserve();
    Quota quota = dossier.quota();
    if (!intent.subject().kind().isPromotional() || quota.leaves(reserve)) {
      return new Verdict.Send();
    }
    return new Verdict.Skip(
        new Untimely.QuotaReserved(quota.limit().getAsLong(), quota.used(), reserve));
  }

  private static List<Slot> slots(Dossier dossier) {
    return dossier.recipient().map(r -> r.ledger().slots()).orElse(List.of());
  }

  private static Verdict skipIf(Optional<? extends Reason> objection) {
    return objection.<Verdict>map(Verdict.Skip::new).orElseGet(Verdict.Send::new);
  }
}
