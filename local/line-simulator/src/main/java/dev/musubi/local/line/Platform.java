package dev.musubi.local.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that LINE knows: channels, people, what was sent, which webhooks are still to be
 * delivered. Its monitor is the one lock of the simulator; whoever reads or changes it holds that.
 */
final class Platform {
  private Map<String, Channel> channels = new LinkedHashMap<>();
  private Map<String, String> names = new LinkedHashMap<>();
  private List<TakenMessage> taken = new ArrayList<>();
  private List<Redelivery> redeliveries = new ArrayList<>();

  private Map<String, LoginChannel> logins = new LinkedHashMap<>();
  private PhoneBook phoneBook = new PhoneBook();
  private List<Notification> waiting = new ArrayList<>();

  /** A webhook that was not taken and will be sent again, or one whose time has yet to come. */
  record Redelivery(String id, String shop, String body, int attempt, Instant due) {}

  void add(Channel channel) {
    channels.put(channel.shop(), channel);
  }

  List<Channel> channels() {
    return List.copyOf(channels.values());
  }

  Channel channel(String shop) {
    return Optional.ofNullable(channels.get(shop))
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no channel of '" + shop + "'; there are " + channels.keySet()));
  }

  void add(LoginChannel login) {
    logins.put(login.channelId(), login);
  }

  Optional<LoginChannel> login(String channelId) {
    return Optional.ofNullable(logins.get(channelId));
  }

  List<LoginChannel> logins() {
    return List.copyOf(logins.values());
  }

  /** Everybody who can get access tokens. */
  List<OAuthClient> clients() {
    return Stream.<OAuthClient>concat(channels.values().stream(), logins.values().stream())
        .toList();
  }

  void add(String userId, String name) {
    names.put(userId, name);
  }

  boolean knows(String userId) {
    return names.containsKey(userId);
  }

  /** The person's name, or the empty text for an unknown id. */
  String name(String userId) {
    return names.getOrDefault(userId, "");
  }

  Map<String, String> people() {
    return new LinkedHashMap<>(names);
  }

  void took(TakenMessage message) {
    taken.add(message);
  }

  List<TakenMessage> taken() {
    return List.copyOf(taken);
  }

  /** What was taken without arriving has arrived after all. */
  void arrived(String requestId) {
    taken.replaceAll(one -> one.requestId().equals(requestId) ? one.delivered(true) : one);
  }

  PhoneBook phoneBook() {
    return phoneBook;
  }

  /** Keeps a notification message until the person decides. */
  void wait(Notification message) {
    waiting.add(message);
  }

  /** Takes out what waits for a person. */
  List<Notification> waitingFor(String userId) {
    var found = waiting.stream().filter(one -> one.taken().to().equals(userId)).toList();
    waiting.removeAll(found);
    return found;
  }

  void later(Redelivery redelivery) {
    redeliveries.add(redelivery);
  }

  Optional<Instant> nextDue() {
    return redeliveries.stream().map(Redelivery::due).min(Instant::compareTo);
  }

  /** Takes out what is due, in the order in which it is due. */
  List<Redelivery> due(Instant now) {
    var due =
        redeliveries.stream()
            .filter(redelivery -> !redelivery.due().isAfter(now))
            .sorted(Comparator.comparing(Redelivery::due))
            .toList();
    redeliveries.removeAll(due);
    return due;
  }

  void become(Platform other) {
    channels = other.channels;
    names = other.names;
    taken = other.taken;
    redeliveries = other.redeliveries;
    logins = other.logins;
    phoneBook = other.phoneBook;
    waiting = other.waiting;
  }
}
