package dev.musubi.inboundline;

import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineSignal;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Links;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Version;
import java.util.function.UnaryOperator;

/** What the account learns of who talks to it, by LINE's own time of each event. */
final class Acquaintance {

  private final RecipientBook book;
  private final Links links;

  Acquaintance(RecipientBook book, Links links) {
    this.book = book;
    this.links = links;
  }

  RecipientState of(Shop shop, LineUserId user) {
    return book.read(shop.id(), user);
  }

  /** Who does anything in the chat is a friend, unless a newer event says otherwise. */
  RecipientState heard(Shop shop, LineSignal.From from) {
    return heard(shop, from, Friendship.State.FRIEND);
  }

  RecipientState heard(Shop shop, LineSignal.From from, Friendship.State state) {
    return change(shop, from, state, UnaryOperator.identity());
  }

  RecipientState change(Shop shop, LineSignal.From from, UnaryOperator<RecipientState> change) {
    return change(shop, from, Friendship.State.FRIEND, change);
  }

  private RecipientState change(
      Shop shop,
      LineSignal.From from,
      Friendship.State state,
      UnaryOperator<RecipientState> change) {
    Friendship heard = new Friendship(state, from.at());
    return book.change(
        shop.id(),
        from.user(),
        current -> tooLate(shop, from, current) ? current : change.apply(current).heard(heard));
  }

  /** What somebody did before they were erased does not bring them back. */
  private boolean tooLate(Shop shop, LineSignal.From from, RecipientState current) {
    return current.version().equals(Version.NONE)
        && links.erased(shop.id(), from.user()).filter(at -> !from.at().isAfter(at)).isPresent();
  }
}
