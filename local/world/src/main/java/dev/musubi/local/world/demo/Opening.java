package dev.musubi.local.world.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.line.ChannelSpec;
import dev.musubi.local.line.NotificationRights;
import dev.musubi.local.shopify.shop.AppCredentials;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.MusubiAddresses;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.world.StartFailure;
import dev.musubi.local.world.cloud.Cloud;
import dev.musubi.local.world.parameters.Parameter;
import dev.musubi.local.world.people.People;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.platforms.Platforms;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the demo: shops on both platforms, their secrets, their registration, and the people. */
public final class Opening {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Cloud cloud;
  private final Platforms platforms;
  private final Functions functions;
  private final Newcomers newcomers;
  private final People people;

  /** Opens on {@code cloud} and {@code platforms}, which are running and empty. */
  public Opening(
      Cloud cloud, Platforms platforms, Functions functions, Newcomers newcomers, People people) {
    this.cloud = cloud;
    this.platforms = platforms;
    this.functions = functions;
    this.newcomers = newcomers;
    this.people = people;
  }

  /** Everything anew: the demo's first state. */
  public void begin(List<DemoShop> shops, Map<String, ShopSecrets> secrets, Entropy entropy) {
    Cast cast = new Cast(entropy);
    for (DemoShop shop : shops) {
      connect(shop, secrets.get(shop.handle()));
    }
    for (DemoShop shop : shops) {
      register(shop);
      cast.enter(shop, shop.equals(shops.getFirst()), newcomers);
    }
    people.all().forEach(this::reconcile);
  }

  private void connect(DemoShop shop, ShopSecrets secrets) {
    cloud
        .parameters()
        .put(
            "/musubi/%s/shops/%s".formatted(Cloud.STACK, shop.handle()),
            Optional.of(Parameter.Type.SECURE_STRING),
            secrets.json(),
            true);
    platforms
        .line()
        .addChannel(
            new ChannelSpec(
                shop.handle(),
                secrets.channelId(),
                secrets.channelSecret(),
                new ChannelSpec.Account(secrets.destination(), shop.lineBasicId(), shop.name()),
                Optional.of(address("/line/" + shop.handle())),
                Optional.empty()));
    if (shop.notifies()) {
      platforms.line().notifications(shop.handle(), NotificationRights.approved());
    }
    open(shop, secrets);
  }

  /** Gives a shop that both platforms know already the addresses of this run. */
  void reconnect(DemoShop shop, ShopSecrets secrets) {
    platforms.line().webhookTo(shop.handle(), address("/line/" + shop.handle()));
    open(shop, secrets);
  }

  private void open(DemoShop shop, ShopSecrets secrets) {
    platforms
        .shop()
        .addShop(
            new ShopSpec(
                shop.handle(),
                shop.name(),
                AppCredentials.withEveryScope(secrets.clientId(), secrets.clientSecret()),
                new Market(shop.currency(), shop.zone(), shop.language()),
                new MusubiAddresses(
                    address("/shopify/" + shop.handle()),
                    address("/proxy"),
                    address("/pixel/" + shop.handle())),
                shop.products()));
  }

  private URI address(String path) {
    return cloud.api().resolve(path);
  }

  private void register(DemoShop shop) {
    JsonNode answer =
        functions.register(shop.handle(), shop.storefront(), JSON.valueToTree(shop.settings()));
    if (answer.hasNonNull("refused")) {
      throw new StartFailure(
          "The product refuses the demo's settings: mend DemoShop ("
              + answer.get("refused")
              + ").");
    }
  }

  /** Who is linked from the start gets the rich menu of who is linked. */
  private void reconcile(PersonEntry entry) {
    entry
        .lineUserId()
        .filter(user -> newcomers.linked(entry))
        .ifPresent(
            user ->
                cloud.chore(
                    new Chore.Reconcile(
                        new ShopId(entry.shop()),
                        Person.of(new CustomerId(entry.customerId()), new LineUserId(user)))));
  }
}
