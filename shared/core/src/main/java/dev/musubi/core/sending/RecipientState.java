package dev.musubi.core.sending;

import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One versioned item of everything that limits and remembers messages to a LINE user of a shop. */
public record RecipientState(
    ShopId shop,
    LineUserId user,
    Friendship friendship,
    Wishes wishes,
    Ledger ledger,
    Version version) {

  public RecipientState {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(user, "'user' must not be null");
    Objects.requireNonNull(friendship, "'friendship' must not be null");
    Objects.requireNonNull(wishes, "'wishes' must not be null");
    Objects.requireNonNull(ledger, "'ledger' must not be null");
    Objects.requireNonNull(version, "'version' must not be null");
  }

  public static RecipientState unknown(ShopId shop, LineUserId user) {
    return new RecipientState(
        shop, user, Friendship.UNKNOWN, Wishes.NONE, Ledger.EMPTY, Version.NONE);
  }

  /** The slots that caps and budget count, and the marks of sends. */
  public record Ledger(List<Slot> slots, SortedMap<SendId, MarkEntry> marks) {

    public static final Ledger EMPTY = new Ledger(List.of(), new TreeMap<>());

    public Ledger {
      slots = List.copyOf(slots);
      marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }
  }

  public Optional<Mark> mark(SendId send) {
    return Optional.ofNullable(ledger.marks().get(send)).map(MarkEntry::mark);
  }

  /** Takes the slot and sets the mark, together; what has lapsed is forgotten on the way. */
  public RecipientState reserve(SendIntent intent, Mark.InFlight mark, Slot slot) {
    List<Slot> slots = new ArrayList<>(ledger.slots());
    slots.removeIf(s -> s.send().equals(slot.send()));
    slots.removeIf(s -> s.at().plus(Duration.ofDays(Cap.LONGEST_DAYS + 1L)).isBefore(slot.at()));
    slots.add(slot);
    SortedMap<SendId, MarkEntry> marks = new TreeMap<>(ledger.marks());
    marks.values().removeIf(entry -> entry.until().isBefore(slot.at()));
    marks.put(intent.id(), new MarkEntry(mark, intent.notAfter().plus(Mark.KEPT)));
    return with(new Ledger(slots, marks));
  }

  /**
   * Renews the lease of a mark that is there; its slot counts from the newest try on, for the
   * message may arrive by any of them.
   */
  public RecipientState retry(Mark.InFlight mark, Slot again) {
    List<Slot> slots = new ArrayList<>(ledger.slots());
    slots.replaceAll(slot -> slot.send().equals(again.send()) ? again : slot);
    SortedMap<SendId, MarkEntry> marks = new TreeMap<>(ledger.marks());
    marks.computeIfPresent(again.send(), (id, entry) -> new MarkEntry(mark, entry.until()));
    return with(new Ledger(slots, marks));
  }

  /** Gives the slot back and releases the mark. */
  public RecipientState release(SendId send, Mark.InFlight mark) {
    List<Slot> slots = new ArrayList<>(ledger.slots());
    slots.removeIf(slot -> slot.send().equals(send));
    SortedMap<SendId, MarkEntry> marks = new TreeMap<>(ledger.marks());
    marks.computeIfPresent(send, (id, entry) -> new MarkEntry(mark.released(), entry.until()));
    return with(new Ledger(slots, marks));
  }

  public RecipientState heard(Friendship heard) {
    return new RecipientState(shop, user, friendship.or(heard), wishes, ledger, version);
  }

  /** The same state with what was wished besides. */
  public RecipientState wishing(Wishes more) {
    return new RecipientState(shop, user, friendship, wishes.joined(more), ledger, version);
  }

  /** The same state as it is stored under that version. */
  public RecipientState with(Version stored) {
    return new RecipientState(shop, user, friendship, wishes, ledger, stored);
  }

  /** What is held, for the person to read. */
  public List<PersonalData.Holding> holdings() {
    List<PersonalData.Holding> holdings = new ArrayList<>();
    holdings.add(
        new PersonalData.Holding(
            "LINE friendship", friendship.state() + " as of " + friendship.asOf()));
    holdings.addAll(wishes.holdings());
    for (Slot slot : ledger.slots()) {
      holdings.add(new PersonalData.Holding("message counted", slot.kind() + " at " + slot.at()));
    }
    ledger
        .marks()
        .forEach(
            (send, entry) ->
                holdings.add(
                    new PersonalData.Holding(
                        "message under way", send + " kept until " + entry.until())));
    return List.copyOf(holdings);
  }

  private RecipientState with(Ledger next) {
    return new RecipientState(shop, user, friendship, wishes, next, version);
  }
}
