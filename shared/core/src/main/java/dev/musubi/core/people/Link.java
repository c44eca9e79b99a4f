package dev.musubi.core.people;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tie between a customer and a LINE account with its history, newest last, at most {@value
 * #LONGEST_HISTORY}.
 */
public record Link(
    ShopId shop,
    CustomerId customer,
    Optional<Tie> current,
    List<PastTie> history,
    Version version) {

  public static final int LONGEST_HISTORY = 20;

  public Link {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(current, "'current' must not be null");
    Objects.requireNonNull(version, "'version' must not be null");
    history = List.copyOf(history);
  }

  public static Link none(ShopId shop, CustomerId customer) {
    return new Link(shop, customer, Optional.empty(), List.of(), Version.NONE);
  }

  public boolean tiedTo(LineUserId user) {
    return current.filter(tie -> tie.lineUser().equals(user)).isPresent();
  }

  /** The same link after its current tie, if it has one, ended. */
  public Link ended(Instant at) {
    return ended(at, PastTie.End.WANTED);
  }

  public Link ended(Instant at, PastTie.End why) {
    return new Link(shop, customer, Optional.empty(), historyAt(at, why), version);
  }

  /** The tie that ended last, if it ended because the customer was deleted. */
  public Optional<Tie> lostByDeletion() {
    return history.isEmpty() || current.isPresent()
        ? Optional.empty()
        : Optional.of(history.getLast())
            .filter(past -> past.why() == PastTie.End.CUSTOMER_DELETED)
            .map(PastTie::tie);
  }

  /** The same link as if the customer had not been deleted. */
  public Link revived() {
    return lostByDeletion()
        .map(
            tie ->
                new Link(
                    shop,
                    customer,
                    Optional.of(tie),
                    history.subList(0, history.size() - 1),
                    version))
        .orElse(this);
  }

  /** The same link tied to another account; the former one goes into the history. */
  public Link tied(Tie tie) {
    return new Link(
        shop, customer, Optional.of(tie), historyAt(tie.since(), PastTie.End.WANTED), version);
  }

  /** The same link as it is stored under that version. */
  public Link with(Version stored) {
    return new Link(shop, customer, current, history, stored);
  }

  /** The same link without any trace of that account. */
  public Link without(LineUserId user) {
    return new Link(
        shop,
        customer,
        current.filter(tie -> !tie.lineUser().equals(user)),
        history.stream().filter(past -> !past.tie().lineUser().equals(user)).toList(),
        version);
  }

  /**
   * The same link with the history of another customer's, whose current tie it takes over if it has
   * none and ends if it has one.
   */
  public Link joined(Link other, Instant now) {
    boolean takesOver = current.isEmpty();
    List<PastTie> all = new ArrayList<>(history);
    all.addAll(takesOver ? other.history : other.historyAt(now, PastTie.End.WANTED));
    all.sort(Comparator.comparing(PastTie::until));
    return new Link(shop, customer, takesOver ? other.current : current, newest(all), version);
  }

  /** Every account that the customer is or was tied to. */
  public List<LineUserId> lineUsers() {
    return Stream.concat(current.stream(), history.stream().map(PastTie::tie))
        .map(Tie::lineUser)
        .distinct()
        .toList();
  }

  public boolean empty() {
    return current.isEmpty() && history.isEmpty();
  }

  /**
   * What is held about the person, to be read by them: of another customer's link only the ties to
   * the person's own account.
   */
  public List<PersonalData.Holding> holdings(Person person) {
    boolean own = person.customer().filter(customer::equals).isPresent();
    Predicate<Tie> theirs =
        tie -> own || person.lineUser().filter(tie.lineUser()::equals).isPresent();
    List<PersonalData.Holding> holdings = new ArrayList<>();
    current
        .filter(theirs)
        .ifPresent(tie -> holdings.add(holding("LINE link", tie, "since " + tie.since())));
    for (PastTie past : history.stream().filter(p -> theirs.test(p.tie())).toList()) {
      String times = "from " + past.tie().since() + " until " + past.until();
      holdings.add(holding("former LINE link", past.tie(), times));
    }
    return List.copyOf(holdings);
  }

  private PersonalData.Holding holding(String what, Tie tie, String times) {
    String who = "customer " + customer + " and LINE user " + tie.lineUser().value();
    return new PersonalData.Holding(what, who + " by " + tie.route() + " " + times);
  }

  private List<PastTie> historyAt(Instant until, PastTie.End why) {
    List<PastTie> all = new ArrayList<>(history);
    current.map(tie -> tie.ended(until, why)).ifPresent(all::add);
    return newest(all);
  }

  private static List<PastTie> newest(List<PastTie> all) {
    return all.subList(Math.max(0, all.size() - LONGEST_HISTORY), all.size());
  }
}
