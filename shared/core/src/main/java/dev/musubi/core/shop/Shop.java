package dev.musubi.core.shop;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A registered shop with its settings, its standing and the dates of its daily run. */
public record Shop(
    ShopId id,
    Storefront storefront,
    Settings settings,
    Standing standing,
    Instant installedAt,
    RunDates runs,
    Version version) {

  /** When, in the shop's time, it is checked whether Shopify told everything: by day. */
  private static final LocalTime CHECK_UP = LocalTime.of(10, 0);

  public Shop {
    Objects.requireNonNull(id, "'id' must not be null");
    Objects.requireNonNull(storefront, "'storefront' must not be null");
    Objects.requireNonNull(settings, "'settings' must not be null");
    Objects.requireNonNull(standing, "'standing' must not be null");
    Objects.requireNonNull(installedAt, "'installedAt' must not be null");
    Objects.requireNonNull(runs, "'runs' must not be null");
    Objects.requireNonNull(version, "'version' must not be null");
  }

  /** A shop as it is registered, with its next run planned. */
  public static Shop install(ShopId id, Storefront storefront, Settings settings, Instant now) {
    return new Shop(
            id, storefront, settings, new Standing.Active(), now, RunDates.NONE, Version.NONE)
        .replanned(now);
  }

  public ZoneId zone() {
    return settings.timeZone();
  }

  /**
   * Whether an address is the shop's own, at its public origin or at its name with Shopify, and so
   * may be given to a shopper.
   */
  public boolean owns(URI address) {
    return "https".equals(address.getScheme())
        && address.getRawUserInfo() == null
        && address.getHost() != null
        && (address.getRawAuthority().equalsIgnoreCase(storefront.origin().getRawAuthority())
            || address.getRawAuthority().equalsIgnoreCase(id.domain()));
  }

  public LocalDate today(Instant now) {
    return now.atZone(zone()).toLocalDate();
  }

  /** The instant at which the daily run of that shop-local date is due. */
  public Instant runAt(LocalDate date) {
    return date.atTime(settings.kinds().browse().at()).atZone(zone()).toInstant();
  }

  /** Until when the run of that date may start late: noon of the day after. */
  public Instant runUsefulUntil(LocalDate date) {
    return date.plusDays(1).atTime(LocalTime.NOON).atZone(zone()).toInstant();
  }

  /** When the next daily run is due, if the shop has one at all; it may be overdue. */
  public Optional<Instant> nextRunAt() {
    return runs.next().map(this::runAt);
  }

  /** When the next check-up is due, if the shop has one at all; it may be overdue. */
  public Optional<Instant> nextCheckUpAt() {
    return runs.checkUp().map(date -> date.atTime(CHECK_UP).atZone(zone()).toInstant());
  }

  /** When something is to be done for the shop next, if ever. */
  public Optional<Instant> dueAt() {
    return Stream.of(nextRunAt(), nextCheckUpAt())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /**
   * Only a moved hour, zone or switch plans anew: a run that is already due is not lost by other
   * changes.
   */
  public Shop with(Settings changed, Instant now) {
    Shop next = new Shop(id, storefront, changed, standing, installedAt, runs, version);
    boolean moved =
        !changed.timeZone().equals(settings.timeZone())
            || !changed.kinds().browse().at().equals(settings.kinds().browse().at())
            || changed.kinds().browse().enabled() != settings.kinds().browse().enabled();
    return moved ? next.replanned(now) : next;
  }

  public Shop with(Storefront changed) {
    return new Shop(id, changed, settings, standing, installedAt, runs, version);
  }

  public Shop with(Standing changed) {
    return new Shop(id, storefront, settings, changed, installedAt, runs, version);
  }

  /** The same shop as it is stored under that version. */
  public Shop with(Version stored) {
    return new Shop(id, storefront, settings, standing, installedAt, runs, stored);
  }

  /** The app was removed: nothing is planned any more. */
  public Shop uninstalled(Instant at) {
    return new Shop(
        id,
        storefront,
        settings,
        new Standing.Uninstalled(at),
        installedAt,
        new RunDates(runs.last(), Optional.empty(), Optional.empty()),
        version);
  }

  /**
   * The app was installed again. Its removal may be told only later: then it is older than this,
   * and what is planned stays.
   */
  public Shop reinstalled(Instant now) {
    Shop next = new Shop(id, storefront, settings, standing, now, runs, version);
    return standing instanceof Standing.Uninstalled
        ? next.with(new Standing.Active()).replanned(now)
        : next;
  }

  /**
   * The run of that date was started or is of no use any more: the next one is the first on a later
   * date that is still of use. Its hour may have passed during an outage.
   */
  public Shop ran(LocalDate date, Instant now) {
    LocalDate today = today(now);
    LocalDate yesterday = today.minusDays(1);
    LocalDate first = now.isAfter(runUsefulUntil(yesterday)) ? today : yesterday;
    LocalDate later = date.plusDays(1);
    Optional<LocalDate> next = runs.next().map(planned -> later.isAfter(first) ? later : first);
    return with(new RunDates(Optional.of(date), next, runs.checkUp()));
  }

  /** The check-up of that date was started: the next one is on a later date and not in the past. */
  public Shop checkedUp(LocalDate date, Instant now) {
    LocalDate next = date.plusDays(1);
    LocalDate first = firstCheckUp(now);
    return with(
        new RunDates(runs.last(), runs.next(), Optional.of(next.isAfter(first) ? next : first)));
  }

  private Shop replanned(Instant now) {
    if (standing instanceof Standing.Uninstalled) {
      return with(new RunDates(runs.last(), Optional.empty(), Optional.empty()));
    }
    boolean wanted = settings.kinds().browse().enabled();
    Optional<LocalDate> next = wanted ? Optional.of(firstRunDate(now)) : Optional.empty();
    LocalDate checkUp = runs.checkUp().orElseGet(() -> firstCheckUp(now));
    return with(new RunDates(runs.last(), next, Optional.of(checkUp)));
  }

  private Shop with(RunDates planned) {
    return new Shop(id, storefront, settings, standing, installedAt, planned, version);
  }

  private LocalDate firstCheckUp(Instant now) {
    LocalDate today = today(now);
    boolean over = today.atTime(CHECK_UP).atZone(zone()).toInstant().isBefore(now);
    return over ? today.plusDays(1) : today;
  }

  private LocalDate firstRunDate(Instant now) {
    LocalDate today = today(now);
    LocalDate first = runAt(today).isBefore(now) ? today.plusDays(1) : today;
    return runs.last()
        .map(done -> done.plusDays(1))
        .filter(earliest -> earliest.isAfter(first))
        .orElse(first);
  }
}
