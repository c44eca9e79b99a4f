package dev.musubi.local.world.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.world.clock.WorldClock;
import dev.musubi.local.world.cloud.Cloud;
import dev.musubi.local.world.people.People;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.platforms.Platforms;
import dev.musubi.local.world.web.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The demo's shops, secrets and people, begun anew or taken up where they were left. */
public final class Demonstration {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  private final List<DemoShop> shops;
  private final Cloud cloud;
  private final Platforms platforms;
  private final People people = new People();
  private final Entropy entropy = new Entropy();
  private final Map<String, ShopSecrets> secrets = new TreeMap<>();
  private final Stores stores;
  private final Functions functions;
  private final Newcomers newcomers;
  private final Opening opening;
  private final WorldClock clock;
  private Instant begun;

  /** A demo of those shops on a running cloud and running platforms. */
  public Demonstration(Cloud cloud, Platforms platforms, WorldClock clock, List<DemoShop> shops) {
    this.shops = List.copyOf(shops);
    this.cloud = cloud;
    this.platforms = platforms;
    this.clock = clock;
    this.begun = clock.instant();
    this.stores = Stores.of(cloud, clock);
    this.functions = new Functions(cloud.lambda());
    this.newcomers = new Newcomers(this.shops, platforms, stores, people, entropy, clock);
    this.opening = new Opening(cloud, platforms, functions, newcomers, people);
    shops.forEach(shop -> secrets.put(shop.handle(), entropy.shop()));
  }

  /** The first state. */
  public void begin() {
    begun = clock.instant();
    opening.begin(shops, secrets, entropy);
  }

  /** The first state again, with the same secrets; what runs goes on running. */
  public void reset() {
    platforms.clear();
    cloud.reset();
    people.clear();
    begin();
  }

  /** Everything that is not in tables or queues, for {@link #resume}. */
  public ObjectNode save() {
    ObjectNode state = JSON.createObjectNode();
    state.put("line", platforms.line().save()).put("shopify", platforms.shop().save());
    state.put("parameters", cloud.parameters().save()).put("schedules", cloud.scheduler().save());
    state.put("begun", begun.toString());
    state.set("people", JSON.valueToTree(people.all()));
    state.set("secrets", JSON.valueToTree(secrets));
    return state;
  }

  /** Takes up what {@link #save} gave. */
  public void resume(ObjectNode state) {
    begun = Instant.parse(state.path("begun").asText());
    secrets.clear();
    state
        .path("secrets")
        .properties()
        .forEach(s -> secrets.put(s.getKey(), JSON.convertValue(s.getValue(), ShopSecrets.class)));
    cloud.parameters().load(state.path("parameters").asText());
    cloud.scheduler().load(state.path("schedules").asText());
    platforms.line().load(state.path("line").asText());
    platforms.shop().load(state.path("shopify").asText());
    for (JsonNode person : state.path("people")) {
      people.add(JSON.convertValue(person, PersonEntry.class));
    }
    for (DemoShop shop : shops) {
      opening.reconnect(shop, secrets.get(shop.handle()));
    }
  }

  /** The world's time at the first state. */
  public Instant begun() {
    return begun;
  }

  public List<DemoShop> shops() {
    return shops;
  }

  /**
   * The shop of that handle.
   *
   * @throws Problem 404 with the handles that exist
   */
  public DemoShop shop(String handle) {
    return find(handle)
        .orElseThrow(
            () -> Problem.unknown("shop", handle, shops().stream().map(DemoShop::handle).toList()));
  }

  /** The time zone of the shop of that handle; UTC for one that is not the demonstration's. */
  public ZoneId zone(String handle) {
    return find(handle).map(DemoShop::zone).orElse(ZoneOffset.UTC);
  }

  private Optional<DemoShop> find(String handle) {
    return shops().stream().filter(shop -> shop.handle().equals(handle)).findFirst();
  }

  /** What a variant is called in a shop. */
  public Optional<String> title(String shop, long variant) {
    return platforms.shop().products(shop).stream()
        .filter(product -> product.variants().stream().anyMatch(v -> v.id() == variant))
        .map(Product::title)
        .findFirst();
  }

  public ShopSecrets secrets(String shop) {
    return secrets.get(shop);
  }

  public People people() {
    return people;
  }

  public Stores stores() {
    return stores;
  }

  public Functions functions() {
    return functions;
  }

  public Newcomers newcomers() {
    return newcomers;
  }

  public Entropy entropy() {
    return entropy;
  }
}
