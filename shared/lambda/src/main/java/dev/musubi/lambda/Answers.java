package dev.musubi.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * HTTP answers. None of them may be stored by anybody on the way, a page may load nothing, be
 * framed by nobody, and tells no other site where the shopper came from (its address may hold a
 * nonce).
 */
public final class Answers {

  private Answers() {}

  public static APIGatewayV2HTTPResponse empty(int status) {
    return answer(status, headers(), "");
  }

  public static APIGatewayV2HTTPResponse json(int status, String json) {
    return typed(status, "application/json; charset=utf-8", json);
  }

  public static APIGatewayV2HTTPResponse text(int status, String text) {
    return typed(status, "text/plain; charset=utf-8", text);
  }

  /** A page without scripts; it moves a shopper on by a link, a form or a refresh. */
  public static APIGatewayV2HTTPResponse page(int status, String html) {
    return typed(status, "text/html; charset=utf-8", html);
  }

  public static APIGatewayV2HTTPResponse redirect(URI to) {
    Map<String, String> headers = headers();
    headers.put("location", to.toASCIIString());
    return answer(302, headers, "");
  }

  /** The same answer for scripts of any origin, without credentials. */
  public static APIGatewayV2HTTPResponse openToAll(APIGatewayV2HTTPResponse answer) {
    Map<String, String> headers = new TreeMap<>(answer.getHeaders());
    headers.put("access-control-allow-origin", "*");
    headers.put("access-control-allow-methods", "POST, OPTIONS");
    headers.put("access-control-allow-headers", "content-type");
    headers.put("access-control-max-age", "7200");
    return answer(answer.getStatusCode(), headers, answer.getBody());
  }

  /** The same answer, with the number of seconds after which to try again. */
  public static APIGatewayV2HTTPResponse retryAfter(APIGatewayV2HTTPResponse answer, int seconds) {
    Map<String, String> headers = new TreeMap<>(answer.getHeaders());
    headers.put("retry-after", Integer.toString(seconds));
    return answer(answer.getStatusCode(), headers, answer.getBody());
  }

  private static APIGatewayV2HTTPResponse typed(int status, String type, String body) {
    Map<String, String> headers = headers();
    headers.put("content-type", type);
    return answer(status, headers, body);
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("cache-control", "no-store");
    headers.put(
        "content-security-policy",
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
    headers.put("referrer-policy", "no-referrer");
    headers.put("x-content-type-options", "nosniff");
    return headers;
  }

  private static APIGatewayV2HTTPResponse answer(
      int status, Map<String, String> headers, String body) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(body)
        .withIsBase64Encoded(false)
        .build();
  }
}
