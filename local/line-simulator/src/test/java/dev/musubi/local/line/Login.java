package dev.musubi.local.line;

import static dev.musubi.local.line.Line.encode;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A shop's server and a person's browser on the way through LINE Login. */
final class Login {
  static final String CHANNEL = "1650000001";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String CALLBACK = "https://shop.example.com/callback";
  private static final String AUTHORIZE = "/oauth2/v2.1/authorize";

  private final Line line;

  Login(Line line) {
    this.line = line;
    line.simulator.addLoginChannel(
        new LoginChannelSpec(
            CHANNEL, SECRET, "花の店のログイン", List.of(URI.create(CALLBACK)), Optional.of(Line.SHOP)));
  }

  /** The consent page; pairs change the request. */
  Line.Reply show(String... changes) {
    return line.send(
        HttpRequest.newBuilder(line.at(AUTHORIZE + "?" + query(request(changes)))).GET());
  }

  /** Where the browser ends up after agreeing: the parameters of the callback. */
  Map<String, String> agree(String userId, String... changes) {
    var more = Arrays.copyOf(changes, changes.length + 2);
    more[changes.length] = "decision";
    more[changes.length + 1] = "yes";
    return callback(post(userId, more));
  }

  Map<String, String> decide(String userId, String decision) {
    return callback(post(userId, "decision", decision));
  }

  Map<String, String> silently(String userId) {
    return callback(show("prompt", "none", "user", userId));
  }

  Line.Reply post(String userId, String... changes) {
    var fields = request(changes);
    fields.put("user", userId);
    return line.send(
        HttpRequest.newBuilder(line.at(AUTHORIZE))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(query(fields))));
  }

  Line.Reply token(String code, String... changes) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", CALLBACK);
    fields.put("client_id", CHANNEL);
    fields.put("client_secret", SECRET);
    return undeclared("/oauth2/v2.1/token", changed(fields, changes));
  }

  Line.Reply refresh(String refreshToken) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "refresh_token");
    fields.put("refresh_token", refreshToken);
    fields.put("client_id", CHANNEL);
    return undeclared("/oauth2/v2.1/token", fields);
  }

  Line.Reply verify(String idToken, String... more) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("id_token", idToken);
    fields.put("client_id", CHANNEL);
    return undeclared("/oauth2/v2.1/verify", changed(fields, more));
  }

  void revoke(String access) {
    line.form(
        "/oauth2/v2.1/revoke",
        "",
        "client_id",
        CHANNEL,
        "client_secret",
        SECRET,
        "access_token",
        access);
  }

  String channelToken() {
    return line.form("client_credentials", CHANNEL, SECRET).json().path("access_token").asText();
  }

  Line.Reply deauthorize(String channelToken, String access) {
    return line.send(
        HttpRequest.newBuilder(line.at("/user/v1/deauthorize"))
            .header("Authorization", "Bearer " + channelToken)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{\"userAccessToken\":\"" + access + "\"}")));
  }

  static String text(Line.Reply page) {
    return new String(page.http().body(), StandardCharsets.UTF_8);
  }

  /** LINE describes these paths for channels alone, so the description is not asked. */
  private Line.Reply undeclared(String path, Map<String, String> fields) {
    return line.sendUnchecked(
        HttpRequest.newBuilder(line.at(path))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(query(fields))));
  }

  private static Map<String, String> request(String... changes) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("response_type", "code");
    fields.put("client_id", CHANNEL);
    fields.put("redirect_uri", CALLBACK);
    fields.put("state", "s-1");
    fields.put("scope", "profile openid");
    return changed(fields, changes);
  }

  private static Map<String, String> changed(Map<String, String> fields, String... changes) {
    for (var i = 0; i < changes.length; i += 2) {
      fields.put(changes[i], changes[i + 1]);
    }
    return fields;
  }

  private static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(one -> one.getKey() + "=" + encode(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> callback(Line.Reply reply) {
    var address = URI.create(reply.header("location").orElseThrow());
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
