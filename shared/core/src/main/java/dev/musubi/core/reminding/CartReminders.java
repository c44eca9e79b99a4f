package dev.musubi.core.reminding;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.FollowUp;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Tombstone;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the reminders of carts that are left behind, one open schedule a checkout. The plan is
 * stored before it is scheduled and marked once it is, so whoever dies in between leaves a plan
 * that the next one schedules under the same name.
 */
public final class CartReminders implements FollowUp {

  private static final int MOST_RACES = 10;

  private final Carts carts;
  private final Outbox outbox;

  public CartReminders(Carts carts, Outbox outbox) {
    this.carts = carts;
    this.outbox = outbox;
  }

  /** A checkout was begun, used or completed; of a shop that does not remind nothing is kept. */
  public void heard(Shop shop, Checkout told) {
    if (!reminds(shop)) {
      return;
    }
    Checkout checkout = told.with(told.recovery().filter(shop::owns));
    List<Duration> after = shop.settings().kinds().cart().after();
    Optional<Tombstone> tombstone =
        Optional.ofNullable(carts.tombstones(shop.id(), List.of(checkout)).get(checkout.token()));
    for (int race = 0; race < MOST_RACES; race++) {
      Optional<Cart> stored = find(shop, checkout.token());
      Optional<Cart> next =
          stored
              .map(cart -> cart.heard(checkout, tombstone, after))
              .or(() -> Cart.begun(shop.id(), checkout, tombstone, after.getFirst()));
      if (next.isEmpty() || settled(stored, next.get())) {
        return;
      }
    }
    throw new IllegalStateException("the cart changed too often, tried again later");
  }

  /** An order was placed: what it came from is not left behind any more. */
  public void ordered(Shop shop, Carts.Names names, Tombstone tombstone) {
    if (reminds(shop)) {
      carts.bury(shop.id(), names, tombstone);
    }
  }

  /** A reminder is done with for good: the next one is planned, if there is to be one. */
  @Override
  public void after(Shop shop, SendIntent intent, Optional<Result> result, Instant now) {
    Subject.Cart subject = (Subject.Cart) intent.subject();
    for (int race = 0; race < MOST_RACES; race++) {
      Optional<Cart> stored = find(shop, subject.checkout());
      Optional<Cart> next =
          stored.map(cart -> awaits(cart, subject) ? next(shop, cart, intent, result, now) : cart);
      if (next.isEmpty() || settled(stored, next.get())) {
        return;
      }
    }
    throw new IllegalStateException("the cart changed too often, tried again later");
  }

  private static boolean reminds(Shop shop) {
    return shop.settings().kinds().enabled(Kind.CART);
  }

  private Optional<Cart> find(Shop shop, CheckoutToken checkout) {
    return Optional.ofNullable(carts.find(shop.id(), List.of(checkout)).get(checkout));
  }

  /** Stores what is new and sees that what is planned is scheduled; false if a race was lost. */
  private boolean settled(Optional<Cart> stored, Cart next) {
    Cart standing = next;
    if (!stored.equals(Optional.of(next))) {
      refresh(stored, next);
      if (carts.save(next) == Saved.LOST) {
        return false;
      }
      standing = next.with(next.version().next());
    }
    return scheduled(standing);
  }

  /** Whether it can still be bought is known by the time the reminder is due. */
  private void refresh(Optional<Cart> stored, Cart next) {
    List<ProductId> products = new ArrayList<>(next.newest().products());
    stored.ifPresent(cart -> products.removeAll(cart.newest().products()));
    if (next.remindable() && !products.isEmpty()) {
      outbox.now(List.of(new Chore.Refresh(next.shop(), products)));
    }
  }

  private boolean scheduled(Cart cart) {
    Optional<CustomerId> customer = cart.newest().customer();
    if (customer.isPresent()
        && cart.round().progress() instanceof Cart.Progress.Planned planned
        && !planned.scheduled()) {
      outbox.at(planned.due(), intent(cart, customer.get(), planned));
      Cart.Progress done = new Cart.Progress.Planned(planned.step(), planned.due(), true);
      return carts.save(cart.with(done)) == Saved.DONE;
    }
    return true;
  }

  private static SendIntent intent(Cart cart, CustomerId customer, Cart.Progress.Planned planned) {
    return new SendIntent(
        cart.shop(),
        new Addressee.Customer(customer),
        new Subject.Cart(cart.newest().token(), cart.round().generation(), planned.step()),
        Lane.EXPRESS,
        planned.due(),
        planned.due().plus(Cart.GOOD_FOR));
  }

  private static boolean awaits(Cart cart, Subject.Cart subject) {
    return cart.round().generation() == subject.generation()
        && cart.round().progress() instanceof Cart.Progress.Planned planned
        && planned.step() == subject.step();
  }

  private static Cart next(
      Shop shop, Cart cart, SendIntent intent, Optional<Result> result, Instant now) {
    List<Duration> after = shop.settings().kinds().cart().after();
    int step = ((Subject.Cart) intent.subject()).step();
    Duration delay = after.get(Math.min(step, after.size()) - 1);
    Optional<Unwanted> unwanted = unwanted(result);
    if (!reminds(shop)
        || !cart.remindable()
        || unwanted.filter(CartReminders::bought).isPresent()) {
      return cart.with(new Cart.Progress.Judged());
    }
    if (usedSince(cart, delay, intent, result, now)) {
      return cart.anew(after.getFirst());
    }
    boolean another = step < after.size() && unwanted.filter(CartReminders::over).isEmpty();
    return cart.with(
        another
            ? new Cart.Progress.Planned(step + 1, due(cart, step, after, now), false)
            : new Cart.Progress.Judged());
  }

  /**
   * Whether the newest use is news to what was judged. Just now, whatever had its distance was
   * seen; when it was judged at some former time, what came no later than it was planned for.
   */
  private static boolean usedSince(
      Cart cart, Duration delay, SendIntent intent, Optional<Result> result, Instant now) {
    return result.isPresent()
        ? cart.usedAt().plus(delay).isAfter(now)
        : cart.usedAt().isAfter(intent.notAfter().minus(Cart.GOOD_FOR));
  }

  /** Reminders keep the shop's distance, also where the first one had to wait for the morning. */
  private static Instant due(Cart cart, int step, List<Duration> after, Instant now) {
    Duration next = after.get(step);
    Instant planned = cart.usedAt().plus(next);
    Instant apart = now.truncatedTo(ChronoUnit.MINUTES).plus(next.minus(after.get(step - 1)));
    return planned.isAfter(apart) ? planned : apart;
  }

  private static Optional<Unwanted> unwanted(Optional<Result> result) {
    return result
        .flatMap(Result::reason)
        .filter(Unwanted.class::isInstance)
        .map(Unwanted.class::cast);
  }

  private static boolean bought(Unwanted why) {
    return why instanceof Unwanted.Bought || why instanceof Unwanted.CheckedOut;
  }

  private static boolean over(Unwanted why) {
    return why instanceof Unwanted.CartGone || why instanceof Unwanted.Superseded;
  }
}
