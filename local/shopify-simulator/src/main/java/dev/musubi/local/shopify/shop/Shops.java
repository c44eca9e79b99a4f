package dev.musubi.local.shopify.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** All shops behind one lock: whoever looks at a shop or changes it does so alone. */
public final class Shops {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Shop> shops = new LinkedHashMap<>();
  private final InstantSource clock;
  private Identifiers identifiers;

  public Shops(InstantSource clock) {
    this.clock = clock;
    this.identifiers = new Identifiers(clock, 0);
  }

  /** What is kept over a restart. */
  record Saved(long lastIdentifier, Map<String, Shop> shops) {}

  public Instant now() {
    return clock.instant();
  }

  public Identifiers identifiers() {
    lock.lock();
    try {
      return identifiers;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Opens a shop, or gives a known one its new credentials and addresses and keeps what it holds.
   */
  public void open(ShopSpec spec) {
    lock.lock();
    try {
      shops.values().stream()
          .map(Shop::spec)
          .filter(other -> !other.handle().equals(spec.handle()))
          .filter(other -> other.app().clientId().equals(spec.app().clientId()))
          .forEach(
              other -> {
                throw new IllegalArgumentException(
                    "'clientId' is already that of the shop '" + other.handle() + "'");
              });
      Shop known = shops.get(spec.handle());
      if (known == null) {
        shops.put(spec.handle(), new Shop(spec, now()));
      } else {
        known.opened(spec, now());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Answers from a shop; an unknown one is an {@link UnknownName}. */
  public <T> T in(String handle, Function<Shop, T> use) {
    lock.lock();
    try {
      Shop shop = shops.get(handle);
      if (shop == null) {
        throw new UnknownName("shop", handle, List.copyOf(shops.keySet()));
      }
      return use.apply(shop);
    } finally {
      lock.unlock();
    }
  }

  public void change(String handle, Consumer<Shop> change) {
    in(
        handle,
        shop -> {
          change.accept(shop);
          return shop;
        });
  }

  /** Answers from a shop, if there is one of that name. */
  public <T> Optional<T> ifKnown(String handle, Function<Shop, T> use) {
    lock.lock();
    try {
      return Optional.ofNullable(shops.get(handle)).map(use);
    } finally {
      lock.unlock();
    }
  }

  /** The first shop for which there is an answer. */
  public <T> Optional<T> first(Function<Shop, Optional<T>> question) {
    lock.lock();
    try {
      return shops.values().stream().map(question).flatMap(Optional::stream).findFirst();
    } finally {
      lock.unlock();
    }
  }

  public List<String> handles() {
    lock.lock();
    try {
      return List.copyOf(shops.keySet());
    } finally {
      lock.unlock();
    }
  }

  public String save() {
    lock.lock();
    try {
      return StateJson.MAPPER.writeValueAsString(new Saved(identifiers.last(), shops));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the state of the shops cannot be written", e);
    } finally {
      lock.unlock();
    }
  }

  /** Replaces everything by what {@link #save} gave. */
  public void load(String json) {
    lock.lock();
    try {
      Saved saved = StateJson.MAPPER.readValue(json, Saved.class);
      shops.clear();
      shops.putAll(saved.shops());
      identifiers = new Identifiers(clock, saved.lastIdentifier());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is no saved state of the shop simulator", e);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets every shop; identifiers go on, so that none is given out twice. */
  public void clear() {
    lock.lock();
    try {
      shops.clear();
    } finally {
      lock.unlock();
    }
  }
}
