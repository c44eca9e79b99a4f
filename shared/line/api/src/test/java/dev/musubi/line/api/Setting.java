package dev.musubi.line.api;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.sending.RetryKey;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.wording.Rendered;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two shops, a clock that a test sets, and the stub in LINE's place. */
final class Setting implements InstantSource, AutoCloseable {
  static final ShopId TEA = new ShopId("hanamichi-tea");
  static final ShopId RICE = new ShopId("inaho-rice");
  static final ShopId STRANGER = new ShopId("stranger");
  static final LineUserId HANA = new LineUserId("U0123456789abcdef0123456789abcdef");
  static final RetryKey KEY = new RetryKey(UUID.fromString("3f2c1a00-0000-4000-8000-000000000001"));
  static final Rendered MESSAGE =
      new Rendered("[{\"type\":\"text\",\"text\":\"結び🪢 \\\"tea\\\"\"}]");

  private static final Map<ShopId, Secrets> SECRETS =
      Map.of(TEA, secrets("1650000001", "tea"), RICE, secrets("1650000002", "rice"));

  final StubLine line = new StubLine();
  final StatelessTokens tokens = new StatelessTokens(line.hosts(), this::secrets, this);
  final LineCalls calls;
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");

  Setting() throws IOException {
    this(Duration.ofMillis(500));
  }

  Setting(Duration timeout) throws IOException {
    calls = new LineCalls(line.hosts(), tokens, timeout);
  }

  private static Secrets secrets(String channel, String name) {
    return new Secrets(
        new Secrets.Line(
            channel,
            List.of(new Secret(name + "-secret-new"), new Secret(name + "-secret-old")),
            "U00000000000000000000000000000000"),
        new Secrets.Shopify("client", List.of(new Secret(name + "-shopify"))));
  }

  private ShopSecrets.Lookup secrets(ShopId shop) {
    return SECRETS.containsKey(shop)
        ? new ShopSecrets.Lookup.Found(SECRETS.get(shop))
        : new ShopSecrets.Lookup.Unknown();
  }

  void later(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void close() {
    line.close();
  }
}
