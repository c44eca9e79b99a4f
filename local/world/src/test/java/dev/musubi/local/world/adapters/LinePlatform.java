package dev.musubi.local.world.adapters;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.line.api.LineCalls;
import dev.musubi.line.api.LineHosts;
import dev.musubi.line.api.StatelessTokens;
import dev.musubi.local.line.ChannelSpec;
import dev.musubi.local.line.LineSimulator;
import dev.musubi.local.line.Settings;
import dev.musubi.testkit.memory.MemoryShopSecrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** LINE's platform with a channel for each shop, and the deployed client of it. */
final class LinePlatform implements AutoCloseable {

  private static final String BOT = "U" + "b".repeat(32);

  /** Somebody who is on LINE once added, and a friend of nobody. */
  static final String TARO = "U" + "c".repeat(32);

  final LineSimulator simulator;
  final LineHosts hosts;
  final StatelessTokens tokens;
  final LineCalls calls;

  LinePlatform(InstantSource clock, List<ShopId> shops, List<LineUserId> friends) {
    simulator =
        LineSimulator.start(
            clock, Settings.defaults().withPatience(Duration.ofSeconds(2), Duration.ofMillis(50)));
    MemoryShopSecrets secrets = new MemoryShopSecrets();
    friends.forEach(friend -> simulator.addUser(friend.value(), "somebody"));
    for (ShopId shop : shops) {
      String channelId = "165" + Integer.toUnsignedLong(shop.handle().hashCode());
      simulator.addChannel(channel(shop, channelId));
      friends.forEach(friend -> simulator.befriend(shop.handle(), friend.value()));
      secrets.put(shop, secrets(channelId));
    }
    hosts = new LineHosts(simulator.base(), simulator.base());
    tokens = new StatelessTokens(hosts, secrets, clock);
    calls = new LineCalls(hosts, tokens);
  }

  private static ChannelSpec channel(ShopId shop, String channelId) {
    return new ChannelSpec(
        shop.handle(),
        channelId,
        "secret of the channel",
        new ChannelSpec.Account(BOT, "@" + shop.handle(), shop.handle()),
        Optional.empty(),
        Optional.empty());
  }

  private static Secrets secrets(String channelId) {
    return new Secrets(
        new Secrets.Line(channelId, List.of(new Secret("secret of the channel")), BOT),
        new Secrets.Shopify("client", List.of(new Secret("secret"))));
  }

  @Override
  public void close() {
    simulator.close();
  }
}
