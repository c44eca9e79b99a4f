package dev.musubi.local.simulation;

import dev.musubi.local.simulation.check.Violation;
import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells what happened: when by the shop's clock, who, what, and why. */
final class Story {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ENGLISH);

  private final Plan plan;
  private final Names names;

  Story(Plan plan) {
    this.plan = plan;
    this.names = new Names(plan.shops());
  }

  /** What a reader wants to know. */
  String tell(Simulation.Outcome outcome) {
    List<String> lines = new ArrayList<>();
    plan.shops().forEach(shop -> lines.add(shop(shop)));
    for (Fact fact : outcome.history().facts()) {
      if (worthTelling(fact)) {
        lines.add(when(fact.at(), zone(fact)) + "  " + sentence(fact));
      }
    }
    outcome.books().rows().forEach(row -> lines.add("In the books: " + row(row)));
    outcome.violations().forEach(violation -> lines.add("BROKEN: " + broken(violation)));
    return lines.stream().collect(Collectors.joining("\n"));
  }

  /** Every single thing, for comparing two lives of the same seed. */
  String trace(Simulation.Outcome outcome) {
    List<String> lines = new ArrayList<>();
    outcome
        .history()
        .facts()
        .forEach(
            fact ->
                lines.add(EXACT.format(fact.at().atZone(ZoneId.of("UTC"))) + " " + sentence(fact)));
    outcome.books().rows().forEach(row -> lines.add(row(row)));
    outcome.violations().forEach(violation -> lines.add(broken(violation)));
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private static boolean worthTelling(Fact fact) {
    return switch (fact) {
      case Fact.Noted noted -> !noted.fine();
      case Fact.Told told -> false;
      case Fact.Answered answered -> !answered.done();
      default -> true;
    };
  }

  String broken(Violation violation) {
    return violation.rule()
        + " at "
        + when(violation.at(), ZoneId.of("UTC"))
        + " UTC: "
        + violation.what();
  }

  private static String when(Instant at, ZoneId zone) {
    return WHEN.format(at.atZone(zone)) + " " + zone.getId().replaceAll(".*/", "");
  }

  private ZoneId zone(Fact fact) {
    int shop =
        switch (fact) {
          case Fact.Acted acted -> acted.act().shop();
          case Fact.Told told -> told.act().shop();
          case Fact.Settled settled -> settled.act().shop();
          case Fact.Answered answered -> answered.act().shop();
          case Fact.Pushed pushed -> pushed.shop();
          case Fact.Notified notified -> notified.shop();
          case Fact.Intended intended -> intended.shop();
          case Fact.Struck struck -> 0;
          case Fact.Noted noted -> 0;
        };
    return plan.shops().get(shop).zone();
  }

  private static String shop(ShopPlan shop) {
    ShopPlan.Terms terms = shop.terms();
    String budget =
        terms.budget().map(b -> b.messages() + " in " + b.days() + " days").orElse("none");
    String cart =
        terms
            .others()
            .cart()
            .map(
                c ->
                    "after "
                        + c.after()
                        + ", at most "
                        + c.cap().messages()
                        + " in "
                        + c.cap().days()
                        + " days")
            .orElse("never");
    String orders =
        terms
            .others()
            .service()
            .map(s -> (s.atNight() ? "at night too" : "by day") + (s.byPhone() ? ", by phone" : ""))
            .orElse("never");
    return "%s keeps the time of %s, is quiet from %s to %s, sends yesterday's views %s, at most %d in %d days; budget: %s; reminds of carts: %s; tells of orders: %s; tells what is back: %s."
        .formatted(
            shop.handle(),
            shop.zone(),
            terms.quiet().from(),
            terms.quiet().to(),
            terms.browse() ? "at " + terms.browseAt() : "never",
            terms.cap().messages(),
            terms.cap().days(),
            budget,
            cart,
            orders,
            terms
                .others()
                .restock()
                .map(r -> r.untilBought() ? "until it is bought" : "once")
                .orElse("never"));
  }

  private String sentence(Fact fact) {
    return switch (fact) {
      case Fact.Acted(Instant at, Act act) -> deed(act) + ".";
      case Fact.Told(Instant at, Act act, boolean queued) -> act.id() + " is acknowledged.";
      case Fact.Settled(Instant at, Act act) -> "The shop knows that " + deed(act) + ".";
      case Fact.Answered(Instant at, Act act, boolean done) ->
          done ? deed(act) + ": done." : deed(act) + ": no answer.";
      case Fact.Pushed pushed -> pushed(pushed);
      case Fact.Notified notified ->
          "LINE is asked to tell the phone of %s: %s %s of %s: %s."
              .formatted(
                  names.customer(notified.customer()),
                  notified.message().kind().orElse("something"),
                  notified.message().occasion().orElse("of some order"),
                  names.shop(notified.shop()),
                  notified.answer().words());
      case Fact.Intended(
              Instant at,
              int shop,
              int customer,
              String kind,
              String occasion,
              String name) ->
          "%s decides on %s of %s for %s."
              .formatted(names.shop(shop), kind, name, names.customer(customer));
      case Fact.Struck struck -> "! " + struck.peril().words() + " " + struck.where() + ".";
      case Fact.Noted noted -> noted.what() + ".";
    };
  }

  private String pushed(Fact.Pushed pushed) {
    return "LINE is asked to send %s %s of %s with products %s for %s: %s."
        .formatted(
            names.account(pushed.account()),
            pushed.message().kind().orElse("something"),
            pushed.message().occasion().orElse("some time"),
            pushed.message().products(),
            names.shop(pushed.shop()),
            pushed.answer().words());
  }

  private String row(Books.Row row) {
    return "%s's %s of %s for %s is %s%s."
        .formatted(
            names.shop(row.shop()),
            row.kind(),
            row.name(),
            names.customer(row.customer()),
            row.result(),
            row.why().map(why -> ", " + why).orElse(""));
  }

  private String deed(Act act) {
    String in = " (" + names.shop(act.shop()) + ")";
    return switch (act.deed()) {
          case Deed.Follow(int who) -> names.account(who) + " adds the account as a friend";
          case Deed.Block(int who) -> names.account(who) + " blocks the account";
          case Deed.Say(int who) -> names.account(who) + " says hello";
          case Deed.Prefer(int who, String kind, boolean on) ->
              names.account(who) + (on ? " wants " : " stops ") + kind;
          case Deed.Unlink(int who) -> names.account(who) + " unlinks in the chat";
          case Deed.AskLink(int who, int whom) ->
              names.account(who) + " taps to link to customer " + names.customer(whom);
          case Deed.Confirm confirm ->
              names.account(confirm.account())
                  + " confirms the link to customer "
                  + names.customer(confirm.customer());
          case Deed.SeeNotice(int who, String tag) ->
              names.customer(who) + " can see a notification message";
          case Deed.View(int who, int product) ->
              names.customer(who) + " looks at product " + product;
          case Deed.UnlinkAtShop(int who) ->
              names.customer(who) + " unlinks on the shop's account page";
          case Deed.Checkout(int who, int cart, int product) ->
              names.customer(who) + " puts product " + product + " into cart " + cart;
          case Deed.Buy(int who, int product, int cart) ->
              names.customer(who)
                  + " buys product "
                  + product
                  + (cart == 0 ? "" : " and so cart " + cart)
                  + " (order "
                  + act.id().replaceAll(".*-", "")
                  + ")";
          case Deed.Cancel(int who, int order) -> "order " + order + " is called off";
          case Deed.Ship(int who, int order) -> "order " + order + " is sent";
          case Deed.Deliver(int who, int order) -> "order " + order + " arrives";
          case Deed.Wish(int who, int product) ->
              names.customer(who) + " asks to be told of product " + product;
          case Deed.TakeBack(int who, int product) ->
              names.customer(who)
                  + " waits no more for "
                  + (product == 0 ? "anything" : "product " + product);
          case Deed.Pay(int who, int order) -> "order " + order + " is paid";
          case Deed.Refund(int who, int order) -> "the money of order " + order + " is given back";
          case Deed.AskData(int who) -> names.customer(who) + " asks what is held";
          case Deed.Delete(int who) -> names.customer(who) + " is deleted by the merchant";
          case Deed.Merge(int who, int kept) ->
              names.customer(who) + " is merged into " + names.customer(kept);
          case Deed.Pause(int who, boolean on) ->
              names.account(who) + (on ? " pauses for a month" : " ends the pause");
          case Deed.Units(int product, int units) ->
              "product " + product + " is there " + units + " times";
          case Deed.Redact(int who) -> names.customer(who) + " asks to be forgotten";
          case Deed.Stock(int product, boolean sellable) ->
              "product " + product + (sellable ? " is in stock again" : " sells out");
          case Deed.Publish(int product, boolean published) ->
              "product " + product + (published ? " goes on sale" : " is taken off sale");
          case Deed.Uninstall uninstall -> "the merchant removes the app";
          case Deed.Change(ShopPlan.Terms terms) -> "the merchant changes the terms: " + terms;
          case Deed.Reinstall reinstall -> "the merchant installs the app again";
        }
        + in;
  }
}
