package dev.musubi.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.TreeMap;

/**
 * Shopify's Admin GraphQL API of every shop. A shop whose points are used up is waited for, 20 s at
 * most; whatever else is no answer is an {@link UncheckedIOException} with Shopify's code.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/limits">API limits</a>
 */
public final class AdminClient {

  static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final AdminBase base;
  private final AdminHttp http;
  private final AccessTokens tokens;
  private final Pause pause;
  private final JsonMapper json = JsonMapper.builder().build();

  public AdminClient(AdminBase base, ShopSecrets secrets, InstantSource clock, Pause pause) {
    this.base = base;
    this.http = new AdminHttp();
    this.tokens = new AccessTokens(http, base, secrets, clock);
    this.pause = pause;
  }

  ObjectNode variables() {
    return json.createObjectNode();
  }

  /** The answer's {@code data}. */
  JsonNode call(ShopId shop, Operation operation, ObjectNode variables) {
    String body =
        json.createObjectNode()
            .put("query", operation.text())
            .<ObjectNode>set("variables", variables)
            .toString();
    return attempt(new Request(shop, operation, body), false, Duration.ZERO);
  }

  private record Request(ShopId shop, Operation operation, String body) {}

  private JsonNode attempt(Request request, boolean renewed, Duration waited) {
    Secret token = tokens.of(request.shop());
    return switch (ask(request, token)) {
      case Answer.Data(JsonNode data) -> data;
      case Answer.Failed(String code) -> throw failure(request, code);
      case Answer.TokenRejected rejected -> {
        if (renewed) {
          throw failure(request, "status 401");
        }
        tokens.rejected(request.shop(), token);
        yield attempt(request, true, waited);
      }
      case Answer.Throttled(Duration delay) -> {
        Duration inAll = waited.plus(delay);
        if (inAll.compareTo(LONGEST_WAIT) > 0) {
          throw failure(request, "THROTTLED");
        }
        pause.of(delay);
        yield attempt(request, renewed, inAll);
      }
    };
  }

  private Answer ask(Request request, Secret token) {
    TreeMap<String, String> headers = new TreeMap<>();
    headers.put("Accept", "application/json");
    headers.put("Content-Type", "application/json");
    headers.put("X-Shopify-Access-Token", token.value());
    return Answer.read(http.post(base.graphql(request.shop()), headers, request.body()));
  }

  private static UncheckedIOException failure(Request request, String code) {
    return new UncheckedIOException(
        new IOException("Shopify did not carry out " + request.operation() + ": " + code));
  }
}
