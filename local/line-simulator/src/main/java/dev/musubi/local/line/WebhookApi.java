package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.musubi.local.line.Endpoint.Trait;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * The webhook's address: asked for, set, tested.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#webhook-settings">webhook
 *     settings</a>
 */
final class WebhookApi {
  private static final int LONGEST = 500;
  private static final String ENDPOINT = "/v2/bot/channel/webhook/endpoint";

  private final Platform platform;
  private final Webhooks webhooks;

  WebhookApi(Platform platform, Webhooks webhooks) {
    this.platform = platform;
    this.webhooks = webhooks;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(ENDPOINT, WebhookApi::get).at(RateLimit.perMinute(1000)),
        Endpoint.put(ENDPOINT, WebhookApi::set).at(RateLimit.perMinute(1000)),
        Endpoint.post("/v2/bot/channel/webhook/test", this::test)
            .at(RateLimit.perHour(60))
            .having(Trait.WAITS));
  }

  private static Answer get(Call call) {
    var address = call.channel().webhook().orElseThrow(() -> new Refused(404, "Not found"));
    return Answer.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("endpoint", address.toString())
            .put("active", true));
  }

  private static Answer set(Call call) {
    call.channel().webhook(address(call.text("endpoint")));
    return Answer.empty(200);
  }

  private Answer test(Call call) {
    Optional<URI> known;
    synchronized (platform) {
      known = call.channel().webhook();
    }
    var address =
        call.body().hasNonNull("endpoint")
            ? address(call.text("endpoint"))
            : known.orElseThrow(() -> new Refused(404, "Not found"));
    var reply = webhooks.test(call.channel(), address).join();
    return Answer.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("success", reply.accepted())
            .put("timestamp", call.now().toString())
            .put("statusCode", reply.status())
            .put("reason", reply.reason().name())
            .put("detail", reply.status() == 0 ? "no response" : Integer.toString(reply.status())));
  }

  /** LINE takes https alone; on loopback plain http is all there is. */
  private static URI address(String text) {
    try {
      var address = new URI(text);
      var local = List.of("127.0.0.1", "localhost").contains(address.getHost());
      var secure = "https".equals(address.getScheme());
      if (text.length() <= LONGEST && (secure || local) && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // the answer below says all that LINE says
    }
    throw new Refused(
        Answer.error(400, "The request body has 1 error(s)", "endpoint", "invalid webhook URL"));
  }
}
