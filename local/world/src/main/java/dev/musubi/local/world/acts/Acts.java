package dev.musubi.local.world.acts;

import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.shop.Kind;
import dev.musubi.local.line.Act;
import dev.musubi.local.line.Person;
import dev.musubi.local.shopify.storefront.Pixel;
import dev.musubi.local.shopify.storefront.ProxyAnswer;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.people.People;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.platforms.Platforms;
import dev.musubi.local.world.web.Body;
import dev.musubi.local.world.web.Problem;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people and merchants do, each act as it happens on the platforms. */
public final class Acts {
  private static final List<String> KNOWN =
      List.of(
          "follow",
          "block",
          "say",
          "tap",
          "link",
          "confirm",
          "unlink",
          "view",
          "subscribe",
          "unsubscribe",
          "consent",
          "cart",
          "buy",
          "stock",
          "price",
          "publish",
          "unpublish",
          "pay",
          "cancel",
          "refund",
          "ship",
          "parcel",
          "tag",
          "untag",
          "prefer",
          "erase",
          "export",
          "merge",
          "delete-customer",
          "uninstall",
          "redact-shop");
  private static final List<String> LATER = List.of("favourite", "points", "born");
  private static final String UNLINK = new ChatCommand.Unlink().data();
  private static final String ASK_TO_UNLINK = new ChatCommand.AskToUnlink().data();
  private static final String PREFERENCES = new ChatCommand.Preferences().data();
  private static final int MOST_VIEWS = 1000;

  private final Platforms platforms;
  private final Busy busy;
  private final InstantSource clock;
  private final ShopActs shopping;

  /** Acts on the platforms; {@code busy} tells when an answer can't come any more. */
  public Acts(Platforms platforms, People people, Busy busy, InstantSource clock) {
    this.platforms = platforms;
    this.busy = busy;
    this.clock = clock;
    this.shopping = new ShopActs(platforms.shop(), people);
  }

  /** Where an act happens, who does it if a person does, and how. */
  public record Scene(DemoShop shop, Optional<PersonEntry> person, Body body) {
    String handle() {
      return shop.handle();
    }

    PersonEntry someone() {
      return person.orElseThrow(() -> Problem.bad("'person' must be a text."));
    }

    long customer() {
      return someone().customerId();
    }

    String product() {
      return body.text("product");
    }
  }

  /** The names of the acts that there are. */
  public static List<String> known() {
    return KNOWN;
  }

  /**
   * Refuses an act that there is not.
   *
   * @throws Problem 404 with the names that exist, or 501 for one that comes with a later
   *     capability
   */
  public static void require(String act) {
    if (LATER.contains(act)) {
      throw new Problem(501, "The act '%s' is not there yet.".formatted(act));
    }
    if (!KNOWN.contains(act)) {
      throw Problem.unknown("act", act, KNOWN);
    }
  }

  /** Carries an act out and answers once every webhook that it caused was accepted. */
  public Map<String, Object> act(String act, Scene scene) throws InterruptedException {
    return switch (act) {
      case "follow" -> told(chat(scene).person().follow());
      case "block" -> told(chat(scene).person().block());
      case "say" -> told(chat(scene).person().say(scene.body().text("text")));
      case "tap" -> tap(scene);
      case "link" -> link(scene);
      case "confirm" -> confirm(scene);
      case "unlink" -> unlink(scene);
      case "prefer" -> prefer(scene);
      case "view" -> view(scene);
      case "subscribe" -> wishes(scene).subscribe();
      case "unsubscribe" -> wishes(scene).unsubscribe();
      case "consent" -> consent(scene);
      case "merge" -> told(shopping.merge(scene));
      default -> told(shopping.act(act, scene));
    };
  }

  private static Map<String, Object> told(Act act) {
    return Map.of("webhooks", Accepted.by(act));
  }

  private static Map<String, Object> told(Caused caused) {
    return Map.of("webhooks", Accepted.by(caused));
  }

  private Chat chat(Scene scene) {
    String user =
        scene
            .someone()
            .lineUserId()
            .orElseThrow(
                () ->
                    new Problem(409, "%s does not use LINE.".formatted(scene.someone().person())));
    return new Chat(platforms.line(), scene.handle(), user, busy, clock);
  }

  private Browser browser(Scene scene) {
    return new Browser(platforms.shop(), scene.shop(), scene.customer());
  }

  private WishActs wishes(Scene scene) {
    return new WishActs(platforms.shop(), browser(scene), scene);
  }

  private Map<String, Object> tap(Scene scene) {
    String wanted =
        scene
            .body()
            .optionalText("label")
            .or(() -> scene.body().optionalText("data"))
            .orElseThrow(() -> Problem.bad("Give 'label' or 'data' of what is tapped."));
    Person person = chat(scene).person();
    Act act = person.tap(wanted);
    Map<String, Object> answer = new LinkedHashMap<>(told(act));
    act.opens().ifPresent(address -> answer.putAll(opened(scene, address)));
    return answer;
  }

  /** A tapped address of the shop is opened as the shopper's browser would; others are told. */
  private Map<String, Object> opened(Scene scene, URI address) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("opened", address);
    Browser browser = browser(scene);
    if (browser.reaches(address)) {
      ProxyAnswer page = browser.open(address);
      answer.put("status", page.status());
      page.header("location").ifPresent(location -> answer.put("location", location));
    }
    return answer;
  }

  private Map<String, Object> link(Scene scene) throws InterruptedException {
    return Map.of("steps", new LinkAct(chat(scene), browser(scene)).carryOut());
  }

  /** Agrees in LINE's dialog, to whose address the shop led. */
  private Map<String, Object> confirm(Scene scene) {
    URI dialog = URI.create(scene.body().text("address"));
    return told(chat(scene).person().approveAccountLink(dialog));
  }

  private Map<String, Object> unlink(Scene scene) throws InterruptedException {
    String from = scene.body().optionalText("from").orElse("chat");
    return switch (from) {
      case "chat" -> {
        yield told(chat(scene).tapThrough(ASK_TO_UNLINK, UNLINK));
      }
      case "shop" -> unlinkInShop(scene);
      default -> throw Problem.bad("'from' must be chat or shop.");
    };
  }

  private Map<String, Object> unlinkInShop(Scene scene) {
    Browser browser = browser(scene);
    ProxyAnswer account = browser.open(URI.create(DemoShop.PROXY_PATH + "/account"));
    ProxyAnswer done =
        browser
            .press(account)
            .orElseThrow(
                () ->
                    new Problem(
                        409, "The shop has nothing to unlink: " + Browser.title(account) + "."));
    if (done.status() != 200) {
      throw new Problem(
          502,
          "The shop refused with status %d: %s.".formatted(done.status(), Browser.title(done)));
    }
    return Map.of("page", Browser.title(done));
  }

  private Map<String, Object> prefer(Scene scene) throws InterruptedException {
    String name = scene.body().text("kind");
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.unknown(
                        "kind", name, Arrays.stream(Kind.values()).map(Kind::name).toList()));
    String data = new ChatCommand.Prefer(kind, scene.body().flag("on")).data();
    String from = scene.body().optionalText("from").orElse("chat");
    return switch (from) {
      case "chat" -> told(chat(scene).tapThrough(PREFERENCES, data));
      case "shop" -> preferInShop(scene, data);
      default -> throw Problem.bad("'from' must be chat or shop.");
    };
  }

  private Map<String, Object> preferInShop(Scene scene, String data) {
    Browser browser = browser(scene);
    ProxyAnswer page = browser.open(URI.create(DemoShop.PROXY_PATH + "/preferences"));
    ProxyAnswer done =
        browser
            .press(page, "wish", data)
            .orElseThrow(
                () ->
                    new Problem(
                        409, "The shop's page has no such button: " + Browser.title(page) + "."));
    return Map.of("page", Browser.title(done), "status", done.status());
  }

  private Map<String, Object> view(Scene scene) {
    int times = scene.body().number("times", 1, MOST_VIEWS, 1);
    Pixel.Viewed first = view(scene, times);
    Pixel.Viewed viewed = first.visit() >= Browser.TOO_LATE ? view(scene, times) : first;
    if (viewed.withheld()) {
      return Map.of("views", 0, "withheld", "The customer does not let the shop track them.");
    }
    if (!viewed.accepted()) {
      throw new Problem(
          502,
          "The product did not take the views: the visit was answered %d, the pixel %s."
              .formatted(viewed.visit(), viewed.events()));
    }
    return Map.of("views", viewed.events().size());
  }

  private Map<String, Object> consent(Scene scene) {
    boolean given = scene.body().flag("on");
    platforms.shop().consent(scene.handle(), scene.customer(), given);
    return Map.of("consent", given);
  }

  private Pixel.Viewed view(Scene scene, int times) {
    return platforms.shop().view(scene.handle(), scene.customer(), scene.product(), times);
  }
}
