package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A simulator with one channel and its bot server, and three people; and calls to it by HTTP. */
final class Line implements AutoCloseable {
  static final String SHOP = "hana-no-mise";
  static final String SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
  static final String CHANNEL_ID = "1654321000";
  static final String BOT_USER = "U8e742f61d673b39c7fff3cecb7536ef0";
  static final String HANA = "U" + "a".repeat(32);
  static final String TARO = "U" + "b".repeat(32);
  static final String YUKI = "U" + "c".repeat(32);
  static final String NOBODY = "U" + "f".repeat(32);

  /** As LINE, but with patience for a busy machine. */
  static final Settings PATIENT =
      Settings.defaults().withPatience(Duration.ofSeconds(30), Duration.ofSeconds(15));

  final SetClock clock = new SetClock();
  final Bot bot = new Bot();
  final LineSimulator simulator;
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";

  Line() {
    this(PATIENT);
  }

  Line(Settings settings) {
    this(settings, Activity.UNWATCHED);
  }

  Line(Settings settings, Activity activity) {
    simulator = LineSimulator.start(clock, settings, activity);
    simulator.addChannel(channel(SHOP, CHANNEL_ID, SECRET, bot.address()));
    simulator.addUser(HANA, "花");
    simulator.addUser(TARO, "太郎");
    simulator.addUser(YUKI, "雪");
    simulator.befriend(SHOP, HANA);
    newToken();
  }

  static ChannelSpec channel(String shop, String id, String secret, URI webhook) {
    return new ChannelSpec(
        shop,
        id,
        secret,
        new ChannelSpec.Account(BOT_USER, "@hana", "花の店"),
        Optional.of(webhook),
        Optional.empty());
  }

  /** An answer with its JSON, or a missing node where it has none. */
  record Reply(int status, JsonNode json, HttpResponse<byte[]> http) {
    String message() {
      return json.path("message").asText();
    }

    Optional<String> header(String name) {
      return http.headers().firstValue(name);
    }
  }

  Person hana() {
    return simulator.person(SHOP, HANA);
  }

  Person taro() {
    return simulator.person(SHOP, TARO);
  }

  void newToken() {
    token = form("client_credentials", CHANNEL_ID, SECRET).json().path("access_token").asText();
  }

  String token() {
    return token;
  }

  Reply form(String grant, String id, String secret) {
    var body = "grant_type=%s&client_id=%s&client_secret=%s".formatted(encode(grant), id, secret);
    return send(
        HttpRequest.newBuilder(at("/oauth2/v3/token"))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** A POST of a form, given as pairs, with a token or none. */
  Reply form(String path, String bearer, String... pairs) {
    var body = new StringBuilder();
    for (var i = 0; i < pairs.length; i += 2) {
      body.append(i > 0 ? "&" : "").append(pairs[i]).append('=').append(encode(pairs[i + 1]));
    }
    var request =
        HttpRequest.newBuilder(at(path))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()));
    return send(bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer));
  }

  /** A GET with another token than the channel's. */
  Reply get(String path, String bearer) {
    return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + bearer).GET());
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply delete(String path) {
    return send(request(path).DELETE());
  }

  /** A POST of JSON; further pairs are headers. */
  Reply post(String path, String json, String... headers) {
    var request =
        request(path)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(json));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  Reply put(String path, String json) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  Reply push(String to, String text, String... headers) {
    return post("/v2/bot/message/push", "{\"to\":\"%s\",%s}".formatted(to, texts(text)), headers);
  }

  Reply validate(String... messages) {
    return post(
        "/v2/bot/message/validate/push", "{\"messages\":[" + String.join(",", messages) + "]}");
  }

  Reply flex(String contents) {
    return validate("{\"type\":\"flex\",\"altText\":\"a\",\"contents\":" + contents + "}");
  }

  static String texts(String... texts) {
    return "\"messages\":["
        + Arrays.stream(texts)
            .map(text -> "{\"type\":\"text\",\"text\":\"" + text + "\"}")
            .collect(Collectors.joining(","))
        + "]";
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(at(path))
        .timeout(Duration.ofSeconds(10))
        .header("Authorization", "Bearer " + token);
  }

  /** A call that is held against LINE's description, as is its answer. */
  Reply send(HttpRequest.Builder request) {
    var reply = sendUnchecked(request);
    Recorded.keep(request.build(), reply.http());
    return reply;
  }

  Reply sendUnchecked(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      var text = new String(response.body(), StandardCharsets.UTF_8);
      var json = text.startsWith("{") ? mapper.readTree(text) : mapper.missingNode();
      return new Reply(response.statusCode(), json, response);
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The connection ended without an answer. */
  static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoAnswer(IOException cause) {
      super(cause);
    }
  }

  URI at(String path) {
    return URI.create(simulator.base() + path);
  }

  JsonNode json(String text) {
    try {
      return mapper.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<WebhookReceipt> done(Act act) {
    return act.webhooks().orTimeout(10, TimeUnit.SECONDS).join();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    simulator.close();
    bot.close();
    http.close();
  }
}
