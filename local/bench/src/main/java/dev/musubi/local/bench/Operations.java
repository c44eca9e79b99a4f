package dev.musubi.local.bench;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Tie;
import dev.musubi.core.sending.BrowseFacts;
import dev.musubi.core.sending.Dossier;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Quota;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.SendTable;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.lambda.PacedByClock;
import dev.musubi.line.events.LineEnvelope;
import dev.musubi.line.events.LineSignature;
import dev.musubi.shopify.events.ShopifyEvents;
import dev.musubi.shopify.events.WebhookSignature;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.wire.WorkCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What is done for every webhook and every message inside one process, by name. */
final class Operations {
  private static final ShopId SHOP = new ShopId("hinode-tea");
  private static final Secret SECRET = new Secret("00112233445566778899aabbccddeeff");
  private static final LineUserId USER = new LineUserId("U" + "0".repeat(32));
  private static final Instant NOW = Instant.parse("2026-03-10T09:00:05Z");

  private Operations() {}

  static SortedMap<String, Supplier<Object>> all() {
    SortedMap<String, Supplier<Object>> all = new TreeMap<>();
    all.put("line-webhook", lineWebhook());
    all.put("shopify-webhook", shopifyWebhook());
    all.put("send-table", sendTable());
    all.put("render-flex", renderFlex());
    all.put("intent-codec", intentCodec());
    all.put("pace", pace());
    return all;
  }

  /** The signature, and the body split into events. */
  private static Supplier<Object> lineWebhook() {
    byte[] body = bytes(Postman.saying("U" + "d".repeat(32), 1));
    String signature = Signed.body(body, SECRET);
    List<Secret> secrets = List.of(SECRET);
    return () ->
        LineSignature.valid(signature, body, secrets)
            ? LineEnvelope.parse(body).orElseThrow()
            : refused();
  }

  /** The signature, and what the webhook tells. */
  private static Supplier<Object> shopifyWebhook() {
    String text = Orders.order(6_000_000_000_001L, 1);
    byte[] body = bytes(text);
    Optional<String> signature = Optional.of(Signed.body(body, SECRET));
    List<Secret> secrets = List.of(SECRET);
    return () ->
        WebhookSignature.genuine(body, signature, secrets)
            ? ShopifyEvents.read(SHOP, "orders/create", NOW, text)
            : refused();
  }

  private static Object refused() {
    throw new IllegalStateException("a good signature was refused");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The judgement of an intent that may be sent, with every policy of its kind. */
  private static Supplier<Object> sendTable() {
    SendIntent intent = intent();
    Dossier dossier = dossier();
    return () -> SendTable.next(Optional.empty(), Optional.empty(), intent, dossier, NOW);
  }

  /** A carousel of five products. */
  private static Supplier<Object> renderFlex() {
    FlexRenderer renderer = new FlexRenderer(OwnTemplates.NONE);
    Content content = facts().content(SampleShop.of(SHOP));
    SortedMap<String, String> values = new TreeMap<>(content.values());
    values.put("shop", "日の出茶舗");
    Composed composed =
        new Composed(renderer.newest(Kind.BROWSE, Language.JA), values, content.items());
    return () -> renderer.render(SHOP, composed);
  }

  /** An intent onto the queue and off it again. */
  private static Supplier<Object> intentCodec() {
    WorkCodec codec = new WorkCodec();
    SendIntent intent = intent();
    return () -> codec.read(codec.write(intent), SendIntent.class);
  }

  /** A turn that need not be waited for. */
  private static Supplier<Object> pace() {
    PacedByClock pacer = new PacedByClock(1e9);
    return () -> {
      pacer.await(SHOP);
      return pacer;
    };
  }

  private static SendIntent intent() {
    return Seed.intents(SHOP, 1, 1, PushSite.TODAY, Lane.BULK, NOW).findFirst().orElseThrow();
  }

  private static Dossier dossier() {
    Shop shop = SampleShop.of(SHOP);
    CustomerId customer = Seed.customer(1);
    Instant then = Instant.parse("2026-02-01T00:00:00Z");
    RecipientState recipient =
        RecipientState.unknown(SHOP, USER).heard(new Friendship(Friendship.State.FRIEND, then));
    Link link = Link.none(SHOP, customer).tied(new Tie(USER, then, EntryRoute.RICH_MENU));
    return new Dossier(shop, link, Optional.of(recipient), facts(), Quota.UNLIMITED);
  }

  private static BrowseFacts facts() {
    Subject.Viewed subject = new Subject.Viewed(PushSite.TODAY);
    Instant since = subject.day().atStartOfDay(SampleShop.TOKYO).toInstant();
    Map<ProductId, ProductFacts> products = new TreeMap<>();
    IntStream.range(0, 5).mapToObj(Operations::product).forEach(p -> products.put(p.id(), p));
    List<ViewTally.Viewed> viewed =
        products.keySet().stream()
            .map(product -> new ViewTally.Viewed(product, 2, since.plusSeconds(60)))
            .toList();
    return new BrowseFacts(
        subject, since, Optional.of(new ViewTally(Seed.customer(1), viewed)), List.of(), products);
  }

  private static ProductFacts product(int number) {
    ProductFacts tea = Seed.tea();
    return new ProductFacts(
        new ProductId(Seed.TEA.number() + number),
        tea.showing(),
        true,
        false,
        tea.variants(),
        tea.updatedAt(),
        tea.readAt());
  }
}
