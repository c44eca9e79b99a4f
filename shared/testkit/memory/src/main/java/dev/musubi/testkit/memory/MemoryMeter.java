package dev.musubi.testkit.memory;

import dev.musubi.core.sending.Meter;
import dev.musubi.core.sending.Result;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps every figure. */
public final class MemoryMeter implements Meter {

  private final List<Result> results = new ArrayList<>();
  private final List<ShopId> paused = new ArrayList<>();
  private final List<RuntimeException> failures = new ArrayList<>();
  private final List<Instant> queued = new ArrayList<>();
  private int lost;
  private int missed;

  @Override
  public synchronized void count(Result result) {
    results.add(result);
  }

  @Override
  public synchronized void paused(ShopId shop) {
    paused.add(shop);
  }

  @Override
  public synchronized void subscriptionsLost(ShopId shop, int count) {
    lost += count;
  }

  @Override
  public synchronized void ordersMissed(ShopId shop, int count) {
    missed += count;
  }

  @Override
  public synchronized void failed(RuntimeException cause) {
    failures.add(cause);
  }

  @Override
  public synchronized void queued(Instant at) {
    queued.add(at);
  }

  @Override
  public void flush() {}

  public synchronized List<Result> results() {
    return List.copyOf(results);
  }

  /** How many webhooks had been ended. */
  public synchronized int subscriptionsLost() {
    return lost;
  }

  /** How many orders no webhook told. */
  public synchronized int ordersMissed() {
    return missed;
  }

  public synchronized List<ShopId> pausedShops() {
    return List.copyOf(paused);
  }

  public synchronized List<RuntimeException> failures() {
    return List.copyOf(failures);
  }

  public synchronized List<Instant> queuedAt() {
    return List.copyOf(queued);
  }
}
