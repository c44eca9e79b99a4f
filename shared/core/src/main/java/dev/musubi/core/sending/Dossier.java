package dev.musubi.core.sending;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.Shop;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that policies may look at for one intent, read together at the moment of sending.
 * {@code recipient} is whom the intent would go to now; nobody, if the customer is not linked.
 */
public record Dossier(
    Shop shop, Link link, Optional<RecipientState> recipient, SubjectFacts facts, Quota quota) {

  public Dossier {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(link, "'link' must not be null");
    Objects.requireNonNull(recipient, "'recipient' must not be null");
    Objects.requireNonNull(facts, "'facts' must not be null");
    Objects.requireNonNull(quota, "'quota' must not be null");
  }

  public Optional<LineUserId> lineUser() {
    return link.current().map(Tie::lineUser);
  }

  /** The same dossier with a newer state of the recipient. */
  public Dossier with(RecipientState newer) {
    return new Dossier(shop, link, Optional.of(newer), facts, quota);
  }
}
