package dev.musubi.line.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Notification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;

/**
 * Sends notification messages in the template form, which LINE Bot SDK does not have: one call,
 * five seconds, never repeated.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/line-notification-messages/#send-line-notification-message-template">Send
 *     LINE notification message (template)</a>
 */
public final class LineNotifier implements Notifier {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int LONGEST_REASON = 100;

  private final URI endpoint;
  private final StatelessTokens tokens;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final ObjectMapper json = new ObjectMapper();

  public LineNotifier(LineHosts hosts, StatelessTokens tokens) {
    this.endpoint = hosts.api().resolve("/v2/bot/message/pnp/templated/push");
    this.tokens = tokens;
  }

  @Override
  public WireOutcome notify(ShopId shop, PhoneHash to, SendId tag, Notification message) {
    return switch (tokens.of(shop)) {
      case TokenGrant.Denied denied -> new WireOutcome.TokenRejected();
      case TokenGrant.Unanswered unanswered -> new WireOutcome.Throttled();
      case TokenGrant.Granted(Secret token) -> {
        WireOutcome outcome = send(token, to, tag, message);
        if (outcome instanceof WireOutcome.TokenRejected) {
          tokens.drop(shop, token);
        }
        yield outcome;
      }
    };
  }

  private WireOutcome send(Secret token, PhoneHash to, SendId tag, Notification message) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token.value())
            .header("Content-Type", "application/json")
            .header("X-Line-Delivery-Tag", tag.hex())
            .POST(HttpRequest.BodyPublishers.ofString(body(to, message), StandardCharsets.UTF_8))
            .build();
    try {
      return outcome(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return new WireOutcome.Unclear(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WireOutcome.Unclear("interrupted");
    }
  }

  private String body(PhoneHash to, Notification message) {
    ObjectNode request =
        json.createObjectNode().put("to", to.hex()).put("templateKey", message.template());
    ObjectNode body = request.putObject("body");
    list(body, "items", message.items(), "itemKey", "content");
    list(body, "buttons", message.buttons(), "buttonKey", "url");
    return request.toString();
  }

  private static void list(
      ObjectNode body, String name, SortedMap<String, String> entries, String key, String value) {
    if (!entries.isEmpty()) {
      ArrayNode list = body.putArray(name);
      entries.forEach((k, v) -> list.addObject().put(key, k).put(value, v));
    }
  }

  /** 422 is nobody whom LINE would reach by that number, for whatever reason. */
  private static WireOutcome outcome(HttpResponse<String> answer) {
    String request = answer.headers().firstValue("x-line-request-id").orElse("");
    return switch (answer.statusCode()) {
      case 200, 202 -> new WireOutcome.Accepted(request);
      case 401 -> new WireOutcome.TokenRejected();
      case 429 -> new WireOutcome.Throttled();
      case 400, 403, 404, 413, 415, 422 -> new WireOutcome.Refused(refusal(answer));
      default -> new WireOutcome.Unclear(Integer.toString(answer.statusCode()));
    };
  }

  private static String refusal(HttpResponse<String> answer) {
    String reason = answer.body().replaceAll("[0-9a-f]{64}", "…");
    return answer.statusCode()
        + " "
        + reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }
}
