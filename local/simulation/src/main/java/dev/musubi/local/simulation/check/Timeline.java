package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.history.History;
import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The history by who and what: which acts, since when they are settled, what LINE was asked. */
final class Timeline {

  /** How long a function may still be at work on what it judged rightly: its timeout, and more. */
  static final Duration IN_FLIGHT = Duration.ofSeconds(35);

  /** An act and when everything that it set off was done; {@code Instant.MAX} if never. */
  record Told(Act act, Instant settled) {

    Instant at() {
      return act.at();
    }
  }

  /** Terms that may be in force from the one moment on and surely are from the other. */
  private record Version(ShopPlan.Terms terms, Instant from, Instant surely) {}

  final Plan plan;
  final List<Fact.Pushed> pushes = new ArrayList<>();
  final List<Fact.Notified> notices = new ArrayList<>();
  final List<Fact.Intended> intents = new ArrayList<>();
  final List<Fact.Told> answers = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final Map<String, Instant> settled = new HashMap<>();
  private final Map<Pair, List<Told>> byAccount = new HashMap<>();
  private final Map<Pair, List<Told>> byCustomer = new HashMap<>();
  private final Map<Pair, Integer> merges = new HashMap<>();
  private final Map<Pair, List<Told>> byScarce = new HashMap<>();
  private final Map<Integer, List<Told>> byShop = new HashMap<>();
  private final Map<Pair, SortedSet<Integer>> accountsOf = new HashMap<>();
  private final Map<Pair, SortedSet<Integer>> customersOf = new HashMap<>();
  private final Map<Integer, List<Version>> terms = new HashMap<>();
  private final NavigableSet<Instant> strikes = new TreeSet<>();
  private final Map<String, Instant> firstAttempts = new HashMap<>();

  Timeline(Plan plan, History history) {
    this.plan = plan;
    history.facts().forEach(this::read);
    for (int shop = 0; shop < plan.shops().size(); shop++) {
      terms
          .computeIfAbsent(shop, s -> new ArrayList<>())
          .add(new Version(plan.shops().get(shop).terms(), Instant.MIN, Instant.MIN));
    }
    acts.forEach(this::file);
    merges.forEach(this::join);
  }

  /** Two customers who turned out to be one: what is whose is not told apart. */
  private void join(Pair gone, Integer kept) {
    SortedSet<Integer> both = new TreeSet<>(List.of(gone.number(), kept));
    SortedSet<Integer> accounts = new TreeSet<>();
    for (int customer : both) {
      accounts.addAll(accounts(gone.shop(), customer));
    }
    for (int account : accounts) {
      both.forEach(customer -> knows(gone.shop(), customer, account));
    }
  }

  /** The customer, and with whom they were merged. */
  SortedSet<Integer> group(int shop, int customer) {
    SortedSet<Integer> group = new TreeSet<>(List.of(customer));
    merges.forEach(
        (gone, kept) -> {
          if (gone.shop() == shop && (gone.number() == customer || kept == customer)) {
            group.add(gone.number());
            group.add(kept);
          }
        });
    return group;
  }

  /** The merge that ended the customer's number. */
  Optional<Told> ending(int shop, int customer) {
    return ofCustomer(shop, customer).stream()
        .filter(told -> told.act().deed() instanceof Deed.Merge m && m.customer() == customer)
        .findFirst();
  }

  /** Under which customer in the end everything stands. */
  int kept(int shop, int customer) {
    return merges.getOrDefault(new Pair(shop, customer), customer);
  }

  private void read(Fact fact) {
    switch (fact) {
      case Fact.Acted(Instant at, Act act) ->
          acts.add(new Act(act.id(), at, act.shop(), act.deed()));
      case Fact.Settled(Instant at, Act act) -> settled.putIfAbsent(act.id(), at);
      case Fact.Answered(Instant at, Act act, boolean done) -> {
        if (done) {
          settled.putIfAbsent(act.id(), at);
        }
      }
      case Fact.Told told -> answers.add(told);
      case Fact.Pushed pushed -> {
        pushes.add(pushed);
        firstAttempts.putIfAbsent(pushed.key(), pushed.at());
      }
      case Fact.Notified notified -> notices.add(notified);
      case Fact.Intended intended -> intents.add(intended);
      case Fact.Struck struck -> strikes.add(struck.at());
      case Fact.Noted noted -> {}
    }
  }

  private void file(Act act) {
    Told told = new Told(act, settled.getOrDefault(act.id(), Instant.MAX));
    switch (act.deed()) {
      case Deed.AskLink ask -> {
        put(byAccount, act.shop(), ask.account(), told);
        knows(act.shop(), ask.customer(), ask.account());
      }
      case Deed.Confirm confirm -> {
        put(byAccount, act.shop(), confirm.account(), told);
        put(byCustomer, act.shop(), confirm.customer(), told);
      }
      case Deed.InChat chat -> put(byAccount, act.shop(), chat.account(), told);
      case Deed.SeeNotice see -> put(byCustomer, act.shop(), see.customer(), told);
      case Deed.View view -> put(byCustomer, act.shop(), view.customer(), told);
      case Deed.Checkout checkout -> put(byCustomer, act.shop(), checkout.customer(), told);
      case Deed.Buy buy -> put(byCustomer, act.shop(), buy.customer(), told);
      case Deed.Cancel cancel -> put(byCustomer, act.shop(), cancel.customer(), told);
      case Deed.Ship ship -> put(byCustomer, act.shop(), ship.customer(), told);
      case Deed.Deliver deliver -> put(byCustomer, act.shop(), deliver.customer(), told);
      case Deed.UnlinkAtShop unlink -> put(byCustomer, act.shop(), unlink.customer(), told);
      case Deed.Redact redact -> put(byCustomer, act.shop(), redact.customer(), told);
      case Deed.Wish wish -> put(byCustomer, act.shop(), wish.customer(), told);
      case Deed.TakeBack takeBack -> put(byCustomer, act.shop(), takeBack.customer(), told);
      case Deed.Pay pay -> put(byCustomer, act.shop(), pay.customer(), told);
      case Deed.Refund refund -> put(byCustomer, act.shop(), refund.customer(), told);
      case Deed.AskData ask -> put(byCustomer, act.shop(), ask.customer(), told);
      case Deed.Delete delete -> put(byCustomer, act.shop(), delete.customer(), told);
      case Deed.Merge merge -> {
        put(byCustomer, act.shop(), merge.customer(), told);
        put(byCustomer, act.shop(), merge.kept(), told);
        merges.put(new Pair(act.shop(), merge.customer()), merge.kept());
      }
      case Deed.Units units -> put(byScarce, act.shop(), units.product(), told);
      case Deed.Stock stock -> shop(told);
      case Deed.Publish publish -> shop(told);
      case Deed.Uninstall uninstall -> shop(told);
      case Deed.Reinstall reinstall -> shop(told);
      case Deed.Change(ShopPlan.Terms changed) -> {
        shop(told);
        terms.get(act.shop()).add(new Version(changed, act.at(), told.settled()));
      }
    }
  }

  private void shop(Told told) {
    byShop.computeIfAbsent(told.act().shop(), s -> new ArrayList<>()).add(told);
  }

  private void knows(int shop, int customer, int account) {
    accountsOf.computeIfAbsent(new Pair(shop, customer), p -> new TreeSet<>()).add(account);
    customersOf.computeIfAbsent(new Pair(shop, account), p -> new TreeSet<>()).add(customer);
  }

  private static void put(Map<Pair, List<Told>> map, int shop, int number, Told told) {
    map.computeIfAbsent(new Pair(shop, number), p -> new ArrayList<>()).add(told);
  }

  List<Told> ofAccount(int shop, int account) {
    return byAccount.getOrDefault(new Pair(shop, account), List.of());
  }

  /** How the stock of a scarce product went, the oldest first. */
  List<Told> ofScarce(int shop, int product) {
    return byScarce.getOrDefault(new Pair(shop, product), List.of());
  }

  List<Told> ofCustomer(int shop, int customer) {
    return byCustomer.getOrDefault(new Pair(shop, customer), List.of());
  }

  /** The customer's orders of that product that were never called off. */
  List<Told> purchases(int shop, int customer, int product) {
    List<Told> news = ofCustomer(shop, customer);
    return news.stream()
        .filter(
            told ->
                told.act().deed() instanceof Deed.Buy buy
                    && buy.product() == product
                    && news.stream().noneMatch(other -> callsOff(other, told)))
        .toList();
  }

  /** What was heard of an order of that customer. */
  List<Told> ofOrder(int shop, int customer, String order) {
    return group(shop, customer).stream()
        .flatMap(one -> ofCustomer(shop, one).stream())
        .filter(
            told ->
                switch (told.act().deed()) {
                  case Deed.Buy buy -> order.equals(order(told.act()));
                  case Deed.Cancel cancel -> order.equals(Integer.toString(cancel.order()));
                  case Deed.Ship ship -> order.equals(Integer.toString(ship.order()));
                  case Deed.Deliver deliver -> order.equals(Integer.toString(deliver.order()));
                  case Deed.Pay pay -> order.equals(Integer.toString(pay.order()));
                  case Deed.Refund refund -> order.equals(Integer.toString(refund.order()));
                  default -> false;
                })
        .toList();
  }

  /** The number of the order that an act makes. */
  static String order(Act act) {
    return act.id().substring(act.id().lastIndexOf('-') + 1);
  }

  /** That the notice could be seen, if it ever could. */
  Optional<Told> sees(Fact.Notified notice) {
    return group(notice.shop(), notice.customer()).stream()
        .flatMap(one -> ofCustomer(notice.shop(), one).stream())
        .filter(
            told ->
                told.act().deed() instanceof Deed.SeeNotice see && see.tag().equals(notice.tag()))
        .findFirst();
  }

  private static boolean callsOff(Told told, Told order) {
    return told.act().deed() instanceof Deed.Cancel cancel
        && order(order.act()).equals(Integer.toString(cancel.order()));
  }

  List<Told> ofShop(int shop) {
    return byShop.getOrDefault(shop, List.of());
  }

  /** The accounts that ever asked to be linked to the customer. */
  SortedSet<Integer> accounts(int shop, int customer) {
    return accountsOf.getOrDefault(new Pair(shop, customer), Collections.emptySortedSet());
  }

  /** The customers to whom the account ever asked to be linked. */
  SortedSet<Integer> customers(int shop, int account) {
    return customersOf.getOrDefault(new Pair(shop, account), Collections.emptySortedSet());
  }

  List<Pair> allAccounts() {
    return customersOf.keySet().stream().sorted(ORDER).toList();
  }

  List<Pair> allCustomers() {
    return accountsOf.keySet().stream().sorted(ORDER).toList();
  }

  List<Pair> everyCustomer() {
    return byCustomer.keySet().stream().sorted(ORDER).toList();
  }

  private static final Comparator<Pair> ORDER =
      Comparator.comparingInt(Pair::shop).thenComparingInt(Pair::number);

  /** Whether anything went wrong in that time. */
  boolean struckWithin(Instant from, Instant to) {
    return !strikes.subSet(from, true, to, true).isEmpty();
  }

  /** When LINE was first asked with that retry key. */
  Instant firstAttempt(String key) {
    return firstAttempts.get(key);
  }

  /** All terms that may have been in force at some moment from the one to the other. */
  List<ShopPlan.Terms> terms(int shop, Instant from, Instant to) {
    List<Version> versions = terms.get(shop);
    List<ShopPlan.Terms> possible = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      boolean replaced = i + 1 < versions.size() && versions.get(i + 1).surely().isBefore(from);
      if (!replaced && !versions.get(i).from().isAfter(to)) {
        possible.add(versions.get(i).terms());
      }
    }
    return possible;
  }

  ZoneId zone(int shop) {
    return plan.shops().get(shop).zone();
  }

  LocalDate date(int shop, Instant at) {
    return at.atZone(zone(shop)).toLocalDate();
  }
}
