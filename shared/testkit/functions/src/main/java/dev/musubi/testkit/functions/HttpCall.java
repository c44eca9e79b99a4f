package dev.musubi.testkit.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request as API Gateway hands it to a function, a word at a time: header names come in small
 * letters whatever the caller wrote, and no body at all is null.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Payload
 *     format 2.0</a>
 */
public final class HttpCall {

  private final String route;
  private final Map<String, String> path = new TreeMap<>();
  private final SortedMap<String, String> headers = new TreeMap<>();
  private String query = "";
  private String body;
  private boolean base64;

  private HttpCall(String route) {
    this.route = route;
  }

  public static HttpCall to(String route) {
    return new HttpCall(route);
  }

  public HttpCall shop(String handle) {
    path.put("shop", handle);
    return this;
  }

  public HttpCall header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  public HttpCall query(String raw) {
    query = raw;
    return this;
  }

  public HttpCall body(String text) {
    body = text;
    base64 = false;
    return this;
  }

  /** The body as API Gateway hands over what is not text. */
  public HttpCall bodyInBase64(String text) {
    return bodyInBase64(text.getBytes(StandardCharsets.UTF_8));
  }

  public HttpCall bodyInBase64(byte[] bytes) {
    body = Base64.getEncoder().encodeToString(bytes);
    base64 = true;
    return this;
  }

  public APIGatewayV2HTTPEvent event() {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(route)
        .withRawQueryString(query)
        .withHeaders(new TreeMap<>(headers))
        .withPathParameters(new TreeMap<>(path))
        .withBody(body)
        .withIsBase64Encoded(base64)
        .build();
  }
}
