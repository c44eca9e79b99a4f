package dev.musubi.linewebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.lambda.Answers;
import dev.musubi.lambda.RawBody;
import dev.musubi.line.events.LineEnvelope;
import dev.musubi.line.events.LineSignature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Believes nothing before the signature, and answers 200 only when every event of the POST is
 * queued; who cannot prove to be LINE learns nothing.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/receiving-messages/">Receive
 *     messages (webhook)</a>
 */
final class LineWebhookEndpoint {

  private static final List<Secret> NOBODYS = List.of(new Secret("nobody's"));

  private final ShopSecrets secrets;
  private final Consumer<List<RawLine>> inbox;
  private final InstantSource clock;

  LineWebhookEndpoint(ShopSecrets secrets, Consumer<List<RawLine>> inbox, InstantSource clock) {
    this.secrets = secrets;
    this.inbox = inbox;
    this.clock = clock;
  }

  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    Optional<ShopId> shop = ShopId.parse(event.getPathParameters().get("shop"));
    if (shop.isEmpty()) {
      return Answers.empty(401);
    }
    return switch (secrets.of(shop.get())) {
      case ShopSecrets.Lookup.Found(Secrets found) -> answer(event, shop.get(), found.line());
      case ShopSecrets.Lookup.Unknown unknown -> stranger(event);
      case ShopSecrets.Lookup.Busy busy -> Answers.empty(429);
    };
  }

  private APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event, ShopId shop, Secrets.Line line) {
    byte[] body = RawBody.of(event);
    if (!LineSignature.valid(signature(event), body, line.channelSecrets())) {
      return Answers.empty(401);
    }
    Optional<LineEnvelope> envelope = LineEnvelope.parse(body);
    if (envelope.isEmpty()) {
      return Answers.empty(400);
    }
    if (envelope.get().destination().filter(line.destination()::equals).isEmpty()) {
      return Answers.empty(401);
    }
    Instant now = clock.instant();
    List<RawLine> events =
        envelope.get().events().stream().map(json -> new RawLine(shop, now, json)).toList();
    if (!events.isEmpty()) {
      inbox.accept(events);
    }
    return Answers.empty(200);
  }

  /** As much work as a known shop's refusal: its time does not tell who is registered here. */
  private static APIGatewayV2HTTPResponse stranger(APIGatewayV2HTTPEvent event) {
    LineSignature.valid(signature(event), RawBody.of(event), NOBODYS);
    return Answers.empty(401);
  }

  private static String signature(APIGatewayV2HTTPEvent event) {
    return event.getHeaders().getOrDefault(LineSignature.HEADER, "");
  }
}
