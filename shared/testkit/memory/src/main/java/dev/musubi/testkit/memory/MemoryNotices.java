package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.shop.ShopId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link Notices} in memory. */
public final class MemoryNotices implements Notices {

  private final InstantSource clock;
  private final SortedMap<String, Notice> notices = new TreeMap<>();

  public MemoryNotices(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized boolean open(Notice notice) {
    return notices.putIfAbsent(key(notice.intent().shop(), notice.tag()), notice) == null;
  }

  @Override
  public synchronized void withdraw(ShopId shop, SendId tag) {
    notices.remove(key(shop, tag));
  }

  @Override
  public synchronized Optional<Notice> find(ShopId shop, SendId tag) {
    return Optional.ofNullable(notices.get(key(shop, tag)))
        .filter(notice -> notice.at().plus(KEPT).isAfter(clock.instant()));
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    person.customer().ifPresent(customer -> notices.values().removeIf(n -> of(n, shop, customer)));
  }

  @Override
  public synchronized void move(ShopId shop, CustomerId from, CustomerId to) {
    notices.replaceAll((key, notice) -> of(notice, shop, from) ? notice.movedTo(to) : notice);
  }

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return person.customer().stream()
        .flatMap(customer -> notices.values().stream().filter(n -> of(n, shop, customer)))
        .map(Notice::holding)
        .toList();
  }

  private static boolean of(Notice notice, ShopId shop, CustomerId customer) {
    return notice.intent().shop().equals(shop) && notice.intent().to().customer().equals(customer);
  }

  private static String key(ShopId shop, SendId tag) {
    return shop + "#" + tag;
  }
}
