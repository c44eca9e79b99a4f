package dev.musubi.local.simulation.plan;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * What somebody does in a shop; {@code account} numbers LINE accounts and {@code customer} the
 * shop's customers.
 */
public sealed interface Deed {

  /** The customer who does it, or to whom it is done. */
  default OptionalInt whom() {
    return switch (this) {
      case AskLink ask -> OptionalInt.of(ask.customer());
      case Confirm confirm -> OptionalInt.of(confirm.customer());
      case SeeNotice see -> OptionalInt.of(see.customer());
      case View view -> OptionalInt.of(view.customer());
      case UnlinkAtShop unlink -> OptionalInt.of(unlink.customer());
      case Checkout checkout -> OptionalInt.of(checkout.customer());
      case Buy buy -> OptionalInt.of(buy.customer());
      case Cancel cancel -> OptionalInt.of(cancel.customer());
      case Ship ship -> OptionalInt.of(ship.customer());
      case Deliver deliver -> OptionalInt.of(deliver.customer());
      case Redact redact -> OptionalInt.of(redact.customer());
      case Wish wish -> OptionalInt.of(wish.customer());
      case TakeBack takeBack -> OptionalInt.of(takeBack.customer());
      case Pay pay -> OptionalInt.of(pay.customer());
      case Refund refund -> OptionalInt.of(refund.customer());
      case AskData ask -> OptionalInt.of(ask.customer());
      case Delete delete -> OptionalInt.of(delete.customer());
      case Merge merge -> OptionalInt.of(merge.customer());
      case Follow follow -> OptionalInt.empty();
      case Block block -> OptionalInt.empty();
      case Say say -> OptionalInt.empty();
      case Prefer prefer -> OptionalInt.empty();
      case Unlink unlink -> OptionalInt.empty();
      case Pause pause -> OptionalInt.empty();
      case Stock stock -> OptionalInt.empty();
      case Units units -> OptionalInt.empty();
      case Publish publish -> OptionalInt.empty();
      case Uninstall uninstall -> OptionalInt.empty();
      case Change change -> OptionalInt.empty();
      case Reinstall reinstall -> OptionalInt.empty();
    };
  }

  /** What a person does in the chat: LINE tells the shop of it. */
  sealed interface InChat extends Deed {
    int account();
  }

  /** What Shopify tells the shop's app of. */
  sealed interface AtShopify extends Deed {}

  record Follow(int account) implements InChat {}

  record Block(int account) implements InChat {}

  record Say(int account) implements InChat {}

  /** Wants messages of a kind, or everything promotional, or no more of them. */
  record Prefer(int account, String kind, boolean on) implements InChat {
    public static final String PROMOTIONAL = "PROMOTIONAL";
  }

  /** Wants nothing but what concerns orders for a month, or hears the rest again. */
  record Pause(int account, boolean on) implements InChat {}

  record Unlink(int account) implements InChat {}

  /** Taps the menu's button; the rest of the way to the link follows from it. */
  record AskLink(int account, int customer) implements InChat {}

  /** Confirms LINE's dialog, which the shop's page opened with a nonce at {@code minted}. */
  record Confirm(int account, int customer, Instant minted, String nonce) implements InChat {}

  /** A notification message, which LINE was given with that tag, shows on the customer's phone. */
  record SeeNotice(int customer, String tag) implements Deed {}

  record View(int customer, int product) implements Deed {}

  /** Ends the link on the shop's account page. */
  record UnlinkAtShop(int customer) implements Deed {}

  /** Uses the checkout of one of the customer's carts, with one product in it. */
  record Checkout(int customer, int cart, int product) implements AtShopify {

    /** Shopify's token of it. */
    public String token() {
      return token(customer, cart);
    }

    public static String token(int customer, int cart) {
      return "checkout-" + customer + "-" + cart;
    }
  }

  /** {@code cart} is whose checkout was completed; 0: none. */
  record Buy(int customer, int product, int cart) implements AtShopify {}

  /** The merchant calls an order off; {@code order} is its number. */
  record Cancel(int customer, int order) implements AtShopify {}

  /** The order's one parcel is handed to a carrier. */
  record Ship(int customer, int order) implements AtShopify {}

  record Deliver(int customer, int order) implements AtShopify {}

  /** Asks on a product's page to be told when it is back. */
  record Wish(int customer, int product) implements Deed {}

  /** Takes a wish off the list, or with product 0 all of them. */
  record TakeBack(int customer, int product) implements Deed {

    /** Whether it ends a wish for that product. */
    public boolean ends(int other) {
      return product == 0 || product == other;
    }
  }

  /** Pays for an order that was placed unpaid. */
  record Pay(int customer, int order) implements AtShopify {}

  /** The merchant gives the whole of an order's money back. */
  record Refund(int customer, int order) implements AtShopify {}

  /** Asks for everything that is held. */
  record AskData(int customer) implements AtShopify {}

  /** The merchant deletes the customer. */
  record Delete(int customer) implements AtShopify {}

  /** The merchant merges the customer into another one, who is kept. */
  record Merge(int customer, int kept) implements AtShopify {}

  /** Asks Shopify to be forgotten. */
  record Redact(int customer) implements AtShopify {}

  record Stock(int product, boolean sellable) implements AtShopify {}

  /** So many of a scarce product are there from now on. */
  record Units(int product, int units) implements AtShopify {}

  record Publish(int product, boolean published) implements AtShopify {}

  /** The merchant removes the app. */
  record Uninstall() implements AtShopify {}

  /** The merchant chooses other terms. */
  record Change(ShopPlan.Terms terms) implements Deed {}

  /** The merchant installs the app again. */
  record Reinstall() implements Deed {}
}
