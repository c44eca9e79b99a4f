package dev.musubi.inboundline;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineSignal;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkOutcome;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Linking and unlinking from the chat.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/linking-accounts/">Linking
 *     accounts</a>
 */
final class Linking {

  private final Links links;
  private final Friends friends;
  private final Outbox outbox;
  private final Chat chat;
  private final Acquaintance acquaintance;
  private final InstantSource clock;

  Linking(
      Links links,
      Friends friends,
      Outbox outbox,
      Chat chat,
      Acquaintance acquaintance,
      InstantSource clock) {
    this.acquaintance = acquaintance;
    this.links = links;
    this.friends = friends;
    this.outbox = outbox;
    this.chat = chat;
    this.clock = clock;
  }

  boolean linked(Shop shop, LineSignal.From from) {
    return links.customerOf(shop.id(), from.user()).isPresent();
  }

  /** Answers with the shop's own login address, which carries a fresh link token. */
  void asked(Shop shop, LineSignal.LinkAsked asked) {
    LineSignal.From from = asked.from();
    String token = friends.linkToken(shop.id(), from.user()).value();
    String path =
        shop.storefront().proxyPath()
            + "/link?linkToken="
            + URLEncoder.encode(token, StandardCharsets.UTF_8)
            + "&route="
            + asked.route()
            + "&at="
            + clock.instant().getEpochSecond();
    URI url = shop.storefront().origin().resolve(path);
    Reply reply = linked(shop, from) ? Reply.ALREADY_LINKED : Reply.LINK_OFFER;
    chat.reply(shop, from, reply, Optional.of(url));
  }

  /**
   * The link is as old as the tap that confirmed it, so that what was tapped after it counts after
   * it. The account's former customer is scheduled before she loses it: who read this event a first
   * time and died may have done all but tell.
   */
  void confirmed(Shop shop, LineSignal.LinkConfirmed confirmed) {
    LineSignal.From from = confirmed.from();
    links
        .customerOf(shop.id(), from.user())
        .ifPresent(former -> outbox.at(clock.instant(), reconcile(shop, former, from)));
    LinkOutcome outcome =
        Nonce.parse(confirmed.nonce())
            .map(nonce -> links.complete(shop.id(), nonce, from.user(), from.id(), from.at()))
            .orElseGet(LinkOutcome.NoSuchNonce::new);
    switch (outcome) {
      case LinkOutcome.Linked(Link link, List<Person> released) ->
          stands(shop, link, released, from);
      case LinkOutcome.Repeated(Link link) -> stands(shop, link, former(link), from);
      case LinkOutcome.NoSuchNonce none -> chat.reply(shop, from, Reply.LINK_EXPIRED);
    }
  }

  private void stands(Shop shop, Link link, List<Person> released, LineSignal.From from) {
    carryWishes(shop, link, from);
    List<Chore> chores = new ArrayList<>();
    released.forEach(person -> chores.add(new Chore.Reconcile(shop.id(), person)));
    chores.add(reconcile(shop, link.customer(), from));
    outbox.now(chores);
    chat.reply(shop, from, Reply.THANKS);
  }

  /**
   * What the customer had wished with the account before goes on with the new one; what the account
   * said later, perhaps for somebody else, does not.
   */
  private void carryWishes(Shop shop, Link link, LineSignal.From from) {
    link.history().reversed().stream()
        .filter(past -> !past.tie().lineUser().equals(from.user()))
        .findFirst()
        .map(past -> acquaintance.of(shop, past.tie().lineUser()).wishes().saidBy(past.until()))
        .filter(wishes -> !wishes.equals(Wishes.NONE))
        .ifPresent(wishes -> acquaintance.change(shop, from, state -> state.wishing(wishes)));
  }

  private static List<Person> former(Link link) {
    return link.history().stream()
        .map(past -> past.tie().lineUser())
        .distinct()
        .map(Person::of)
        .toList();
  }

  /** One tap in the menu alone ends nothing. */
  void unlinkConsidered(Shop shop, LineSignal.UnlinkConsidered considered) {
    LineSignal.From from = considered.from();
    chat.reply(shop, from, linked(shop, from) ? Reply.UNLINK_ASKED : Reply.NOT_LINKED);
  }

  /** An unlink that is older than the link, delivered late, changes nothing. */
  void unlinkAsked(Shop shop, LineSignal.UnlinkAsked asked) {
    LineSignal.From from = asked.from();
    Optional<CustomerId> customer = links.customerOf(shop.id(), from.user());
    if (customer.isEmpty()) {
      chat.reply(shop, from, Reply.NOT_LINKED);
      return;
    }
    Chore.Reconcile reconcile = reconcile(shop, customer.get(), from);
    outbox.at(clock.instant(), reconcile);
    if (end(shop, customer.get(), from)) {
      outbox.now(List.of(reconcile));
      chat.reply(shop, from, Reply.UNLINKED);
    }
  }

  private boolean end(Shop shop, CustomerId customer, LineSignal.From from) {
    while (true) {
      Link link =
          links
              .find(shop.id(), List.of(customer))
              .getOrDefault(customer, Link.none(shop.id(), customer));
      boolean stands =
          link.tiedTo(from.user()) && link.current().orElseThrow().since().isBefore(from.at());
      if (!stands) {
        return false;
      }
      if (links.end(link, from.at()) == Saved.DONE) {
        return true;
      }
    }
  }

  private static Chore.Reconcile reconcile(Shop shop, CustomerId customer, LineSignal.From from) {
    return new Chore.Reconcile(shop.id(), Person.of(customer, from.user()));
  }
}
