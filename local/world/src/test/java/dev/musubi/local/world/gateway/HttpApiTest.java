package dev.musubi.local.world.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.world.runtime.InvocationResult;
import dev.musubi.local.world.runtime.InvocationResult.Answered;
import dev.musubi.local.world.runtime.InvocationResult.Failed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final byte[] BINARY = {1, (byte) 0xff, 0};

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private CompletableFuture<InvocationResult> answer = answering("{\"statusCode\":204}");
  private String function;
  private JsonNode event;
  private HttpApi api;

  @BeforeEach
  void start() {
    api = listening(Duration.ofMillis(500));
  }

  private HttpApi listening(Duration limit) {
    return new HttpApi(
            InstantSource.fixed(NOON), InstantSource.system(), folder.resolve("access.log"), limit)
        .serve(
            List.of(
                route("POST", "/line/webhook/{shop}"),
                route("GET", "/proxy/{proxy+}"),
                route("ANY", "/proxy/link"),
                route("GET", "/proxy/link"),
                new Route("GET", "/rare", "rare", 0.001, 2)),
            this::invoke);
  }

  private static Route route(String method, String path) {
    return new Route(method, path, method + " " + path, 1000, 1000);
  }

  private CompletableFuture<InvocationResult> invoke(String name, byte[] payload) {
    try {
      function = name;
      event = JSON.readTree(payload);
      return answer;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  @AfterEach
  void end() {
    api.close();
  }

  @Test
  void the_event_tells_the_route_the_path_and_its_variables() throws Exception {
    post("/line/webhook/my%20shop?b=2&a=1&b=%33", "{}", "Content-Type", "application/json");

    assertThat(event.get("version").asText()).isEqualTo("2.0");
    assertThat(event.get("routeKey").asText()).isEqualTo("POST /line/webhook/{shop}");
    assertThat(event.get("rawPath").asText()).isEqualTo("/line/webhook/my shop");
    assertThat(event.get("rawQueryString").asText()).isEqualTo("b=2&a=1&b=%33");
    assertThat(event.at("/queryStringParameters/b").asText()).isEqualTo("2,3");
    assertThat(event.at("/pathParameters/shop").asText()).isEqualTo("my shop");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
    assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(event.at("/requestContext/timeEpoch").asLong()).isEqualTo(NOON.toEpochMilli());
    assertThat(event.at("/requestContext/requestId").asText()).isNotEmpty();
  }

  @Test
  void headers_are_lower_case_and_joined_and_cookies_stand_apart() throws Exception {
    post(
        "/line/webhook/a",
        "x",
        "X-Line-Signature",
        "abc",
        "X-Two",
        "1",
        "X-Two",
        "2",
        "Cookie",
        "a=1; b=2");

    assertThat(event.at("/headers/x-line-signature").asText()).isEqualTo("abc");
    assertThat(event.at("/headers/x-two").asText()).isEqualTo("1,2");
    assertThat(event.get("headers").has("cookie")).isFalse();
    assertThat(event.get("cookies")).extracting(JsonNode::asText).containsExactly("a=1", "b=2");
  }

  @Test
  void json_and_text_are_given_as_text() throws Exception {
    for (var type : List.of("application/json", "text/html; charset=utf-8", "application/xml")) {
      post("/line/webhook/a", "結び", "Content-Type", type);

      assertThat(event.get("isBase64Encoded").asBoolean()).as(type).isFalse();
      assertThat(event.get("body").asText()).isEqualTo("結び");
    }
  }

  @Test
  void every_other_body_is_given_in_base64_also_without_a_content_type() throws Exception {
    for (var type : List.of("application/x-www-form-urlencoded", "image/png")) {
      post("/line/webhook/a", "a=1", "Content-Type", type);

      assertThat(event.get("isBase64Encoded").asBoolean()).as(type).isTrue();
      assertThat(Base64.getDecoder().decode(event.get("body").asText()))
          .asString()
          .isEqualTo("a=1");
    }
    post("/line/webhook/a", "{}");
    assertThat(event.get("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void an_empty_body_is_left_out() throws Exception {
    get("/proxy/a");

    assertThat(event.has("body")).isFalse();
    assertThat(event.get("isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  void the_most_specific_route_wins_and_a_method_before_any() throws Exception {
    get("/proxy/link");
    assertThat(function).isEqualTo("GET /proxy/link");
    post("/proxy/link", "");
    assertThat(function).isEqualTo("ANY /proxy/link");
    get("/proxy/a/b");
    assertThat(function).isEqualTo("GET /proxy/{proxy+}");
    assertThat(event.at("/pathParameters/proxy").asText()).isEqualTo("a/b");
  }

  @Test
  void a_request_without_a_route_is_not_found() throws Exception {
    for (var path : List.of("/", "/line", "/line/webhook/a/b", "/line/webhook/")) {
      var response = post(path, "");
      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(text(response)).isEqualTo("{\"message\":\"Not Found\"}");
    }
    assertThat(get("/line/webhook/a").statusCode()).isEqualTo(404);
  }

  @Test
  void the_functions_status_headers_cookies_and_body_are_the_response() throws Exception {
    answer =
        answering(
            """
            {"statusCode":201,"headers":{"X-A":"1","Content-Type":"text/html"},
             "cookies":["a=1","b=2"],"body":"結び"}""");
    var response = get("/proxy/a");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("x-a")).contains("1");
    assertThat(response.headers().firstValue("content-type")).contains("text/html");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(text(response)).isEqualTo("結び");
  }

  @Test
  void a_base64_body_is_sent_as_its_bytes() throws Exception {
    answer =
        answering(
            "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%s\"}"
                .formatted(Base64.getEncoder().encodeToString(BINARY)));

    assertThat(get("/proxy/a").body()).isEqualTo(BINARY);
  }

  @Test
  void an_answer_without_a_status_is_the_body_of_a_200() throws Exception {
    answer = answering("{\"ok\":true}");
    var response = get("/proxy/a");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("{\"ok\":true}");
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
  }

  @Test
  void a_malformed_answer_and_an_error_are_a_500_that_tells_nothing() throws Exception {
    for (var malformed :
        List.of(
            answering("not json"),
            answering("{\"statusCode\":\"many\"}"),
            answering("{\"statusCode\":200,\"body\":{\"a\":1}}"),
            answering("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%%\"}"),
            done(new Failed("Unhandled", "{\"errorMessage\":\"secret\"}".getBytes())))) {
      answer = malformed;
      var response = get("/proxy/a");

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(text(response)).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }
  }

  @Test
  void a_function_that_does_not_answer_in_time_is_a_503() throws Exception {
    answer = new CompletableFuture<>();
    var response = get("/proxy/a");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(text(response)).isEqualTo("{\"message\":\"Service Unavailable\"}");
  }

  @Test
  void a_body_that_does_not_fit_lambda_is_too_large() throws Exception {
    var six = "x".repeat(6 * 1024 * 1024 + 1);
    assertThat(post("/line/webhook/a", six, "Content-Type", "text/plain").statusCode())
        .isEqualTo(413);
  }

  @Test
  void a_route_that_is_asked_more_often_than_it_takes_refuses() throws Exception {
    assertThat(get("/rare").statusCode()).isEqualTo(204);
    assertThat(get("/rare").statusCode()).isEqualTo(204);
    assertThat(get("/rare").statusCode()).isEqualTo(429);
  }

  @Test
  void the_access_log_names_the_route_and_never_the_query() throws Exception {
    get("/proxy/a?signature=secret");

    assertThat(Files.readString(folder.resolve("access.log")))
        .contains("\"GET /proxy/{proxy+}\" 204")
        .doesNotContain("secret");
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(api.address().resolve(path)).build();
    return http.send(request, BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String path, String body, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(api.address().resolve(path)).POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static CompletableFuture<InvocationResult> answering(String json) {
    return done(new Answered(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static CompletableFuture<InvocationResult> done(InvocationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
