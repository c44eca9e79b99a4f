package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * LINE's platform in this process: the Messaging API, the account link dialog and signed webhooks
 * on a free loopback port, driven by the given clock. Safe for many threads.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/">Messaging API
 *     reference</a>
 */
public final class LineSimulator implements AutoCloseable {
  private final Platform platform = new Platform();
  private final Memory memory = new Memory();
  private final Faults faults = new Faults();
  private final RandomIds ids = new RandomIds();
  private final InstantSource clock;
  private final Settings settings;
  private final Silence silence;
  private final Webhooks webhooks;
  private final Person.Senders senders;
  private final NotificationMail notifications;
  private final Happenings happenings;
  private final Gate gate;
  private final LineServer server;

  private LineSimulator(InstantSource clock, Settings settings, Activity activity) {
    this.clock = clock;
    this.settings = settings;
    var events = new Events(ids);
    this.silence = new Silence(settings.silence());
    this.webhooks = new Webhooks(platform, clock, settings, activity);
    var links = new AccountLinks(platform, clock, settings.foreignApi(), events, webhooks);
    this.senders = new Person.Senders(events, webhooks, links);
    this.notifications = new NotificationMail(platform, clock, events, webhooks);
    this.happenings = new Happenings(events);
    this.gate = new Gate(platform, clock, faults, silence);
    this.server =
        new LineServer(
            ids,
            gate,
            MessagingApi.endpoints(platform, ids, settings, webhooks, notifications),
            LoginPlatform.routes(platform, clock, ids),
            config -> {
              new LinkDialog(platform, links).serveOn(config);
              new LoginPage(platform, new Logins(platform, clock, ids, events, webhooks))
                  .serveOn(config);
            });
  }

  /** Starts a platform without channels and people. */
  public static LineSimulator start(InstantSource clock, Settings settings) {
    return start(clock, settings, Activity.UNWATCHED);
  }

  /** The same, telling when webhooks are under way. */
  public static LineSimulator start(InstantSource clock, Settings settings, Activity activity) {
    return new LineSimulator(clock, settings, activity);
  }

  /** Where the API, its data endpoints and the dialog answer. */
  public URI base() {
    return server.base();
  }

  public void addChannel(ChannelSpec spec) {
    synchronized (platform) {
      platform.add(new Channel(spec, settings.monthlyLimit()));
    }
  }

  /** Adds a LINE Login channel of the same provider: people have one user id in all of them. */
  public void addLoginChannel(LoginChannelSpec spec) {
    synchronized (platform) {
      spec.linkedShop().ifPresent(platform::channel);
      platform.add(new LoginChannel(spec));
    }
  }

  /** Issues a channel's long-lived access token as the console does; the former one ends. */
  public String longLivedToken(String shop) {
    synchronized (platform) {
      var token = ids.oldToken();
      platform.channel(shop).accessTokens().longLived(token, clock.instant());
      return token;
    }
  }

  /**
   * Registers the public half of an assertion signing key as the console does.
   *
   * @param jwk an RSA key as JSON
   * @return the key id for the header of the channel's assertions
   */
  public String registerKey(String channelId, String jwk) {
    synchronized (platform) {
      var client =
          platform.clients().stream()
              .filter(one -> one.channelId().equals(channelId))
              .findFirst()
              .orElseThrow(() -> new NoSuchElementException("no channel of that id"));
      var keyId = ids.requestId();
      client.assertionKeys().put(keyId, jwk);
      return keyId;
    }
  }

  /** Makes a person known to every channel of the provider, as nobody's friend. */
  public void addUser(String userId, String name) {
    ChannelSpec.requireUserId(userId, "userId");
    ChannelSpec.requireText(name, "name");
    synchronized (platform) {
      platform.add(userId, name);
    }
  }

  /** Makes a person a friend without a webhook: a world's first state. */
  public void befriend(String shop, String userId) {
    synchronized (platform) {
      var channel = platform.channel(shop);
      requireKnown(userId);
      channel.friendship(userId, channel.friendship(userId).as(Friendship.Standing.FRIEND));
    }
  }

  /** The person's side of one chat; fails for a shop or a person that does not exist. */
  public Person person(String shop, String userId) {
    synchronized (platform) {
      platform.channel(shop);
      requireKnown(userId);
    }
    return new Person(platform, clock, senders, shop, userId);
  }

  /**
   * Sends hand-made events in one signed POST, exactly as given; reply tokens in them become good.
   */
  public Act webhook(String shop, List<ObjectNode> events) {
    synchronized (platform) {
      var tokens = platform.channel(shop).replyTokens();
      for (var event : events) {
        var userId = event.path("source").path("userId").asText();
        if (event.hasNonNull("replyToken") && platform.knows(userId)) {
          tokens.issue(event.get("replyToken").asText(), userId, clock.instant());
        }
      }
    }
    return Act.telling(webhooks.send(shop, events));
  }

  /** The numbers that people's LINE accounts are registered with. */
  public Phones phones() {
    return new Phones(platform, notifications);
  }

  /** What LINE lets the shop do with notification messages; nothing until it is approved. */
  public NotificationRights notifications(String shop) {
    synchronized (platform) {
      return platform.channel(shop).notifications();
    }
  }

  /** Changes that. */
  public void notifications(String shop, NotificationRights next) {
    synchronized (platform) {
      platform.channel(shop).notifications(next);
    }
  }

  /** Lets LINE tell of something that none of the acts of {@link Person} causes. */
  public Act happen(String shop, String userId, Happening what) {
    ObjectNode event;
    synchronized (platform) {
      requireKnown(userId);
      event = happenings.of(what, platform.channel(shop), userId, clock.instant());
    }
    return Act.telling(webhooks.send(shop, List.of(event)));
  }

  /** Disturbs the next webhooks on their way; {@link #clearFaults} ends that. */
  public void disturb(Disturbance kind, int count) {
    webhooks.disturb(kind, count);
  }

  /** Binds a part of a shop's quota for a while, as a sending by the account's manager does. */
  public void reserveQuota(String shop, long messages, Duration time) {
    synchronized (platform) {
      platform.channel(shop).reserve(messages, clock.instant().plus(time));
    }
  }

  /** Changes a channel's monthly limit, as a change of its plan does. */
  public void monthlyLimit(String shop, OptionalLong limit) {
    synchronized (platform) {
      platform.channel(shop).monthlyLimit(limit);
    }
  }

  /** Changes where a channel's webhooks go, as its owner does in the console. */
  public void webhookTo(String shop, URI address) {
    synchronized (platform) {
      platform.channel(shop).webhook(address);
    }
  }

  /** What LINE took, oldest first. */
  public List<TakenMessage> messages() {
    synchronized (platform) {
      return platform.taken();
    }
  }

  /** The attempts at webhooks, oldest first, at most the newest thousand. */
  public List<SentWebhook> webhooks() {
    return webhooks.sent();
  }

  /** Makes message-sending calls fail; the same calls for the same seed. */
  public void fault(FaultKind kind, FaultAmount amount, long seed) {
    faults.add(kind, amount, seed);
  }

  public void clearFaults() {
    faults.clear();
    webhooks.calm();
  }

  /** When the next webhook is to be delivered again. */
  public Optional<Instant> nextDue() {
    synchronized (platform) {
      return platform.nextDue();
    }
  }

  /** Delivers again what is due; it is under way, and seen as activity, when this returns. */
  public void runDue(Instant now) {
    webhooks.runDue(now);
  }

  /** Whether a webhook is on its way. */
  public boolean busy() {
    return webhooks.busy();
  }

  /** The whole state but the faults, for {@link #load}. */
  public String save() {
    synchronized (platform) {
      return memory.write(platform);
    }
  }

  /** Becomes what was saved; a text that is none changes nothing. */
  public void load(String json) {
    become(memory.read(json));
  }

  /** Forgets channels, people, messages, faults and what was still to be delivered. */
  public void clear() {
    faults.clear();
    become(new Platform());
  }

  @Override
  public void close() {
    silence.close();
    webhooks.close();
    server.close();
  }

  private void become(Platform next) {
    synchronized (platform) {
      platform.become(next);
    }
    webhooks.clear();
    gate.forgetRates();
  }

  private void requireKnown(String userId) {
    if (!platform.knows(userId)) {
      throw new NoSuchElementException("no person of that LINE user id");
    }
  }
}
