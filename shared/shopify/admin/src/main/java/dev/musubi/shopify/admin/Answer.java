package dev.musubi.shopify.admin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an answer of the Admin API comes to; errors count even beside data. */
sealed interface Answer {

  JsonMapper JSON = JsonMapper.builder().build();
  Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  record Data(JsonNode data) implements Answer {}

  /** The shop's points are used up until then. */
  record Throttled(Duration delay) implements Answer {}

  record TokenRejected() implements Answer {}

  /** Shopify's code or status; its messages may quote ids. */
  record Failed(String code) implements Answer {}

  static Answer read(HttpResponse<String> response) {
    return switch (response.statusCode()) {
      case 200 -> body(response.body());
      case 401 -> new TokenRejected();
      case 429 -> new Throttled(retryAfter(response));
      default -> new Failed("status " + response.statusCode());
    };
  }

  private static Answer body(String text) {
    JsonNode body;
    try {
      body = JSON.readTree(text);
    } catch (JacksonException e) {
      return new Failed("no JSON");
    }
    List<String> codes = new ArrayList<>();
    JsonNode errors = body.path("errors");
    errors.forEach(error -> codes.add(error.at("/extensions/code").asText("no code")));
    if (codes.contains("THROTTLED")) {
      return new Throttled(wait(body.at("/extensions/cost")));
    }
    if (!errors.isMissingNode() && !errors.isNull() && !(errors.isArray() && errors.isEmpty())) {
      return new Failed(codes.isEmpty() ? "no code" : String.join(", ", codes));
    }
    JsonNode data = body.path("data");
    return data.isObject() ? new Data(data) : new Failed("no data");
  }

  private static Duration wait(JsonNode cost) {
    double missing =
        cost.path("requestedQueryCost").asDouble()
            - cost.at("/throttleStatus/currentlyAvailable").asDouble();
    double perSecond = Math.max(1, cost.at("/throttleStatus/restoreRate").asDouble());
    return atLeastShortest(Duration.ofMillis((long) Math.ceil(missing / perSecond * 1000)));
  }

  private static Duration retryAfter(HttpResponse<String> response) {
    return atLeastShortest(
        response
            .headers()
            .firstValue("retry-after")
            .filter(value -> value.matches("[0-9]{1,4}(\\.[0-9]+)?"))
            .map(value -> Duration.ofMillis((long) (Double.parseDouble(value) * 1000)))
            .orElse(SHORTEST_WAIT));
  }

  private static Duration atLeastShortest(Duration wait) {
    return wait.compareTo(SHORTEST_WAIT) > 0 ? wait : SHORTEST_WAIT;
  }
}
