package dev.musubi.shopify.events;

import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets in what Shopify's app proxy signed for a shop that is known here. */
public final class ProxyDoor {

  private static final List<Secret> NOBODYS = List.of(new Secret("nobody's"));

  private final ShopSecrets secrets;

  public ProxyDoor(ShopSecrets secrets) {
    this.secrets = secrets;
  }

  /** What became of a request at the door. */
  public sealed interface Entry {

    record Admitted(ProxyRequest.Genuine request, Secrets.Shopify secrets) implements Entry {}

    record Refused() implements Entry {}

    /** Nothing can be said just now: ask again. */
    record Busy() implements Entry {}
  }

  public Entry admit(String rawQuery, Instant now) {
    Optional<ShopId> claimed = ProxyRequest.claimedShop(rawQuery);
    if (claimed.isEmpty()) {
      return new Entry.Refused();
    }
    return switch (secrets.of(claimed.get())) {
      case ShopSecrets.Lookup.Unknown unknown -> stranger(rawQuery, now);
      case ShopSecrets.Lookup.Busy busy -> new Entry.Busy();
      case ShopSecrets.Lookup.Found(Secrets found) ->
          switch (ProxySignature.judge(rawQuery, found.shopify().clientSecrets(), now)) {
            case ProxyRequest.Genuine genuine -> new Entry.Admitted(genuine, found.shopify());
            case ProxyRequest.Refused refused -> new Entry.Refused();
          };
    };
  }

  /** As much work as a known shop's refusal: its time does not tell who is registered here. */
  private static Entry stranger(String rawQuery, Instant now) {
    ProxySignature.judge(rawQuery, NOBODYS, now);
    return new Entry.Refused();
  }
}
