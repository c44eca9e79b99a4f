package dev.musubi.core.sending;

import dev.musubi.core.people.Fate;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.Shop;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that policies may look at for one intent, read together at the moment of sending.
 * {@code recipient} is whom the intent would go to now; nobody, if the customer is not linked. The
 * {@code quota} is unlimited until LINE was asked.
 */
public record Dossier(
    Shop shop,
    Link link,
    Fate fate,
    Optional<RecipientState> recipient,
    SubjectFacts facts,
    Quota quota) {

  public Dossier {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(link, "'link' must not be null");
    Objects.requireNonNull(fate, "'fate' must not be null");
    Objects.requireNonNull(recipient, "'recipient' must not be null");
    Objects.requireNonNull(facts, "'facts' must not be null");
    Objects.requireNonNull(quota, "'quota' must not be null");
  }

  /** The dossier of an intent whose customer stands. */
  public Dossier(
      Shop shop, Link link, Optional<RecipientState> recipient, SubjectFacts facts, Quota quota) {
    this(shop, link, new Fate.Stands(), recipient, facts, quota);
  }

  /** The intent as it is for the customer who stands for its own one now. */
  public SendIntent standing(SendIntent intent) {
    return intent.following(fate);
  }

  boolean erased() {
    return fate instanceof Fate.Erased;
  }

  public Optional<LineUserId> lineUser() {
    return link.current().map(Tie::lineUser);
  }

  /** The same dossier with what LINE said of the quota. */
  Dossier with(Quota asked) {
    return new Dossier(shop, link, fate, recipient, facts, asked);
  }

  /** The same dossier with a newer state of the recipient. */
  public Dossier with(RecipientState newer) {
    return new Dossier(shop, link, fate, Optional.of(newer), facts, quota);
  }
}
