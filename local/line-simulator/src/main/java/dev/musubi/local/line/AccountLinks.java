package dev.musubi.local.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Decides what becomes of a visit to the account link dialog.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/linking-accounts/">user account
 *     linking</a>
 */
final class AccountLinks {
  private static final int SHORTEST_NONCE = 10;
  private static final int LONGEST_NONCE = 255;

  private final Platform platform;
  private final InstantSource clock;
  private final boolean foreignApi;
  private final Events events;
  private final Webhooks webhooks;

  AccountLinks(
      Platform platform,
      InstantSource clock,
      boolean foreignApi,
      Events events,
      Webhooks webhooks) {
    this.platform = platform;
    this.clock = clock;
    this.foreignApi = foreignApi;
    this.events = events;
    this.webhooks = webhooks;
  }

  /** Who visits the dialog, with what; the shop matters only for tokens of another server. */
  record Visit(Optional<String> shop, String userId, String linkToken, String nonce) {

    /** A visit to the address that the shop redirected to. */
    static Visit of(String shop, String userId, URI dialog) {
      return new Visit(
          Optional.of(shop), userId, query(dialog, "linkToken"), query(dialog, "nonce"));
    }

    private static String query(URI address, String name) {
      var query = Optional.ofNullable(address.getRawQuery()).orElse("");
      return Arrays.stream(query.split("&"))
          .filter(pair -> pair.startsWith(name + "="))
          .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
          .findFirst()
          .orElse("");
    }
  }

  /** Why LINE shows an error page. */
  enum Refusal {
    NONCE("the nonce must have 10 to 255 characters"),
    TOKEN("the link token is unknown, expired or used"),
    VISITOR("nobody of that id uses LINE here"),
    CHANNEL("say by 'shop' which official account is to be linked");

    private final String sentence;

    Refusal(String sentence) {
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }

  /** What confirming led to: a webhook, or an error page and no webhook. */
  sealed interface Outcome {
    record Confirmed(CompletableFuture<WebhookReceipt> webhook) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  /** What stands against showing the dialog; the visitor need not be known yet. */
  Optional<Refusal> against(String linkToken, String nonce) {
    synchronized (platform) {
      if (nonce.length() < SHORTEST_NONCE || nonce.length() > LONGEST_NONCE) {
        return Optional.of(Refusal.NONCE);
      }
      var issuer = issuer(linkToken);
      var good =
          issuer
              .map(channel -> channel.linkTokens().holder(linkToken, clock.instant()).isPresent())
              .orElse(foreignApi && !linkToken.isEmpty());
      return good ? Optional.empty() : Optional.of(Refusal.TOKEN);
    }
  }

  boolean issuedHere(String linkToken) {
    synchronized (platform) {
      return issuer(linkToken).isPresent();
    }
  }

  Outcome confirm(Visit visit) {
    Channel channel;
    ObjectNode event;
    synchronized (platform) {
      var against = against(visit.linkToken, visit.nonce);
      if (against.isPresent()) {
        return new Outcome.Refused(against.get());
      }
      if (!platform.knows(visit.userId)) {
        return new Outcome.Refused(Refusal.VISITOR);
      }
      var found = issuer(visit.linkToken).or(() -> asked(visit));
      if (found.isEmpty()) {
        return new Outcome.Refused(Refusal.CHANNEL);
      }
      channel = found.get();
      event = spend(channel, visit);
    }
    return new Outcome.Confirmed(webhooks.send(channel.shop(), List.of(event)));
  }

  private ObjectNode spend(Channel channel, Visit visit) {
    var now = clock.instant();
    var holder = channel.linkTokens().holder(visit.linkToken, now).orElse(visit.userId);
    channel.linkTokens().use(visit.linkToken, holder, now);
    return holder.equals(visit.userId)
        ? events.linked(channel, visit.userId, visit.nonce, now)
        : events.notLinked(visit.nonce, now);
  }

  private Optional<Channel> issuer(String linkToken) {
    return platform.channels().stream()
        .filter(channel -> channel.linkTokens().issued(linkToken))
        .findFirst();
  }

  /** The account that the visitor named, or the only one whose friend the visitor is. */
  private Optional<Channel> asked(Visit visit) {
    var befriended =
        platform.channels().stream()
            .filter(
                channel ->
                    visit.shop.isPresent()
                        ? visit.shop.get().equals(channel.shop())
                        : channel.friendship(visit.userId).friend())
            .toList();
    return befriended.size() == 1 ? Optional.of(befriended.getFirst()) : Optional.empty();
  }
}
