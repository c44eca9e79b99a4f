package dev.musubi.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A shop on loopback that grants tokens and answers operations as a test has told it to. */
final class StubShopify implements AutoCloseable {

  static final ShopId SHOP = new ShopId("kyoto-tea");
  static final ShopSecrets SECRETS =
      shop ->
          shop.equals(SHOP)
              ? new ShopSecrets.Lookup.Found(
                  new Secrets(
                      new Secrets.Line("1", List.of(new Secret("line")), "U1"),
                      new Secrets.Shopify("client", List.of(new Secret("hush & hush")))))
              : new ShopSecrets.Lookup.Unknown();

  record Reply(int status, String body) {
    static Reply data(String data) {
      return new Reply(200, "{\"data\":" + data + "}");
    }
  }

  record Call(String token, String path, JsonNode body) {}

  final List<String> grants = new ArrayList<>();
  final List<Call> calls = new ArrayList<>();
  final Deque<Reply> replies = new ArrayDeque<>();
  volatile int grantStatus = 200;
  private final HttpServer server;

  StubShopify() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/admin/oauth/access_token", this::grant);
    server.createContext("/admin/api/", this::call);
    server.start();
  }

  AdminBase base() {
    return new AdminBase("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private synchronized void grant(HttpExchange exchange) throws IOException {
    grants.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String token = "{\"access_token\":\"token-%d\",\"expires_in\":86399}".formatted(grants.size());
    answer(exchange, new Reply(grantStatus, token));
  }

  private synchronized void call(HttpExchange exchange) throws IOException {
    calls.add(
        new Call(
            exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token"),
            exchange.getRequestURI().getPath(),
            JsonMapper.builder().build().readTree(exchange.getRequestBody())));
    answer(exchange, replies.isEmpty() ? new Reply(500, "nothing left to say") : replies.remove());
  }

  private static void answer(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
