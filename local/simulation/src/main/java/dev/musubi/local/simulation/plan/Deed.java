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
      case View view -> OptionalInt.of(view.customer());
      case UnlinkAtShop unlink -> OptionalInt.of(unlink.customer());
      case Buy buy -> OptionalInt.of(buy.customer());
      case Redact redact -> OptionalInt.of(redact.customer());
      case Follow follow -> OptionalInt.empty();
      case Block block -> OptionalInt.empty();
      case Say say -> OptionalInt.empty();
      case Prefer prefer -> OptionalInt.empty();
      case Unlink unlink -> OptionalInt.empty();
      case Stock stock -> OptionalInt.empty();
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

  record Prefer(int account, String kind, boolean on) implements InChat {}

  record Unlink(int account) implements InChat {}

  /** Taps the menu's button; the rest of the way to the link follows from it. */
  record AskLink(int account, int customer) implements InChat {}

  /** Confirms LINE's dialog, which the shop's page opened with a nonce at {@code minted}. */
  record Confirm(int account, int customer, Instant minted, String nonce) implements InChat {}

  record View(int customer, int product) implements Deed {}

  /** Ends the link on the shop's account page. */
  record UnlinkAtShop(int customer) implements Deed {}

  record Buy(int customer, int product) implements AtShopify {}

  /** Asks Shopify to be forgotten. */
  record Redact(int customer) implements AtShopify {}

  record Stock(int product, boolean sellable) implements AtShopify {}

  record Publish(int product, boolean published) implements AtShopify {}

  /** The merchant removes the app. */
  record Uninstall() implements AtShopify {}

  /** The merchant chooses other terms. */
  record Change(ShopPlan.Terms terms) implements Deed {}

  /** The merchant installs the app again. */
  record Reinstall() implements Deed {}
}
