package dev.musubi.local.bench;

import dev.musubi.aws.dynamodb.DynamoCatalogue;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoRecipients;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.dynamodb.DynamoViews;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.lambda.VirtualThreads;
import dev.musubi.local.world.demo.ShopSecrets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Shops with linked friends who looked at a product, written straight into a world's tables. */
final class Seed {
  static final VirtualThreads SIDE_BY_SIDE = new VirtualThreads(16);
  static final ProductId TEA = new ProductId(8_000_000_000_001L);

  private final Clients clients;
  private final DynamoShops shops;
  private final DynamoLinks links;
  private final DynamoRecipients recipients;
  private final DynamoViews views;
  private final DynamoCatalogue catalogue;

  Seed(Clients clients) {
    this.clients = clients;
    var dynamo = clients.dynamo();
    shops = new DynamoShops(dynamo, "musubi-ShopsTable");
    links = new DynamoLinks(dynamo, "musubi-LinksTable", () -> Site.BEGIN);
    recipients = new DynamoRecipients(dynamo, "musubi-RecipientsTable");
    views = new DynamoViews(dynamo, "musubi-ShoppingTable", () -> Site.BEGIN);
    catalogue = new DynamoCatalogue(dynamo, "musubi-ShoppingTable", () -> Site.BEGIN);
  }

  /** A shop whose LINE channel has the shop's handle as its id. */
  ShopId shop(String handle) {
    ShopId id = new ShopId(handle);
    Shop shop = SampleShop.of(id);
    shops.save(shop);
    clients.secrets(
        handle,
        new ShopSecrets(handle, "channel-secret", "U" + "d".repeat(32), "client", "client-secret")
            .json());
    catalogue.heard(id, tea());
    return id;
  }

  static ProductFacts tea() {
    return new ProductFacts(
        TEA,
        new ProductFacts.Showing("sencha", "煎茶 朝霧", BigDecimal.valueOf(1_200), Optional.empty()),
        true,
        false,
        List.of(new ProductFacts.VariantStock(new VariantId(1), true, Site.BEGIN)),
        Site.BEGIN,
        Site.BEGIN.plus(Duration.ofDays(2)));
  }

  /** Linked friends of these numbers, who looked at the tea on the day before {@code run}. */
  void people(ShopId shop, int first, int count, LocalDate run) {
    SIDE_BY_SIDE.map(
        IntStream.range(first, first + count).boxed().toList(), at -> person(shop, at, run));
  }

  private CustomerId person(ShopId shop, int number, LocalDate run) {
    CustomerId customer = customer(number);
    LineUserId user = new LineUserId("U%032x".formatted(number));
    Nonce nonce = Nonce.of(nonce(number));
    Instant then = Site.BEGIN.minus(Duration.ofDays(30));
    links.open(
        new LinkAttempt(
            shop, nonce.hash(), customer, EntryRoute.RICH_MENU, Site.BEGIN.plusSeconds(600)));
    links.complete(shop, nonce, user, "link-" + number, then);
    recipients.replace(
        RecipientState.unknown(shop, user).heard(new Friendship(Friendship.State.FRIEND, then)));
    LocalDate day = run.minusDays(1);
    Instant at = day.atTime(12, 0).atZone(SampleShop.TOKYO).toInstant();
    views.add(new ProductViewed(shop, customer, TEA, day, at, "view-" + number));
    return customer;
  }

  private static byte[] nonce(int number) {
    byte[] bytes = new byte[Nonce.BYTES];
    for (int at = 0; at < Integer.BYTES; at++) {
      bytes[at] = (byte) (number >> (8 * at));
    }
    return bytes;
  }

  static CustomerId customer(int number) {
    return new CustomerId(6_000_000_000_000L + number);
  }

  /** What a run of that date would send them, due at that instant. */
  static Stream<SendIntent> intents(
      ShopId shop, int first, int count, LocalDate run, Lane lane, Instant due) {
    return IntStream.range(first, first + count)
        .mapToObj(
            number ->
                new SendIntent(
                    shop,
                    new Addressee.Customer(customer(number)),
                    new Subject.Viewed(run),
                    lane,
                    due,
                    run.plusDays(1).atTime(12, 0).atZone(SampleShop.TOKYO).toInstant()));
  }
}
