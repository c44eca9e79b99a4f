package dev.musubi.wording;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Tie;
import dev.musubi.core.sending.RetryKey;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.wording.Rendered;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends a sample to the phone of one linked customer, who is the merchant's own: it asks no policy
 * and counts against no cap.
 */
final class TestSend {

  private final Links links;
  private final Sender sender;
  private final InstantSource clock;

  TestSend(Links links, Sender sender, InstantSource clock) {
    this.links = links;
    this.sender = sender;
    this.clock = clock;
  }

  Workshop.Outcome send(Workshop.Named named, CustomerId to, Rendered sample) {
    Optional<LineUserId> user =
        Optional.ofNullable(links.find(named.shop(), List.of(to)).get(to))
            .flatMap(Link::current)
            .map(Tie::lineUser);
    if (user.isEmpty()) {
      return Workshop.refused(
          "testSend.customer",
          "このお客様のLINEアカウントは連携されていません",
          "this customer is not linked to a LINE account");
    }
    SendId send =
        SendId.ofSample(named.shop(), named.kind(), new Addressee.Customer(to), clock.instant());
    RetryKey key = RetryKey.of(send, 0, user.get());
    return answer(sender.push(named.shop(), key, user.get(), sample));
  }

  private static Workshop.Outcome answer(WireOutcome outcome) {
    return switch (outcome) {
      case WireOutcome.Accepted accepted -> new Workshop.Outcome.Sent();
      case WireOutcome.Refused(String code) -> no("LINE refused it: " + code, code);
      case WireOutcome.MonthlyLimit limit -> no("the monthly limit is reached", "月間の上限");
      case WireOutcome.Throttled throttled -> no("LINE is busy, try again", "混雑");
      case WireOutcome.TokenRejected rejected ->
          no("LINE does not take the channel's credentials", "認証");
      case WireOutcome.Unclear(String cause) ->
          no("LINE did not answer (" + cause + "), try again in a minute", cause);
    };
  }

  private static Workshop.Outcome no(String english, String what) {
    return Workshop.refused("testSend", "LINEに送れませんでした(" + what + ")", english);
  }
}
