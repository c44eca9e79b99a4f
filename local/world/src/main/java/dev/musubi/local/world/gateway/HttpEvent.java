package dev.musubi.local.world.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.world.gateway.RouteTable.Match;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request as a function sees it, in API Gateway's <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
 * format 2.0</a>.
 *
 * @param path decoded, as HTTP APIs give it on
 * @param query the raw query string, empty when there is none
 * @param headers by lower-case name, all values of each
 */
record HttpEvent(
    String requestId,
    Match match,
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TEXTS =
      Set.of("application/json", "application/xml", "application/javascript");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  byte[] json(Instant now) {
    var event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", path);
    event.put("rawQueryString", query);
    cookies(event);
    var named = event.putObject("headers");
    headers.forEach(
        (name, values) -> {
          if (!name.equals("cookie")) {
            named.put(name, String.join(",", values));
          }
        });
    queryParameters(event);
    context(event.putObject("requestContext"), now);
    if (!match.variables().isEmpty()) {
      match.variables().forEach(event.putObject("pathParameters")::put);
    }
    body(event);
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void cookies(ObjectNode event) {
    var values = headers.getOrDefault("cookie", List.of());
    if (!values.isEmpty()) {
      var cookies = event.putArray("cookies");
      values.stream()
          .flatMap(value -> List.of(value.split(";")).stream())
          .map(String::strip)
          .forEach(cookies::add);
    }
  }

  private void queryParameters(ObjectNode event) {
    if (query.isEmpty()) {
      return;
    }
    var values = new TreeMap<String, List<String>>();
    for (var pair : query.split("&")) {
      var name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
      var value = pair.contains("=") ? pair.substring(pair.indexOf('=') + 1) : "";
      values.computeIfAbsent(decoded(name), unseen -> new ArrayList<>()).add(decoded(value));
    }
    var parameters = event.putObject("queryStringParameters");
    values.forEach((name, all) -> parameters.put(name, String.join(",", all)));
  }

  /** What is no escape stays as it is: an odd query is the function's to judge. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unescaped) {
      return text;
    }
  }

  private void context(ObjectNode context, Instant now) {
    context.put("accountId", "anonymous");
    context.put("apiId", "local");
    var host = headers.getOrDefault("host", List.of("127.0.0.1")).getFirst();
    context.put("domainName", host);
    context.put("domainPrefix", host.split("[.:]")[0]);
    var http = context.putObject("http");
    http.put("method", method);
    http.put("path", path);
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", sourceIp);
    http.put("userAgent", String.join(",", headers.getOrDefault("user-agent", List.of())));
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
  }

  private void body(ObjectNode event) {
    var text = isText();
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !text);
  }

  private boolean isText() {
    var type = headers.getOrDefault("content-type", List.of("")).getFirst();
    var plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return plain.startsWith("text/") || TEXTS.contains(plain);
  }
}
