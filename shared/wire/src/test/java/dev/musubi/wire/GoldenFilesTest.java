package dev.musubi.wire;

import static dev.musubi.wire.Samples.NOON;
import static dev.musubi.wire.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Mark;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A golden file is what some version wrote; it is never edited. A new form gets a new file beside
 * the old one.
 */
class GoldenFilesTest {

  record Golden<T>(String name, Codec<T> codec, T value) {

    String text() {
      try (InputStream in = GoldenFilesTest.class.getResourceAsStream("/golden/" + name)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Golden<?>> files() {
    Person hana = Person.of(Samples.HANA, Samples.HANAS);
    RunId run = new RunId(SHOP, Kind.BROWSE, LocalDate.of(2026, 3, 1));
    return Stream.of(
        new Golden<>("work-send.v1.json", new WorkCodec(), Samples.intent()),
        new Golden<>("work-send-cart.v1.json", new WorkCodec(), Samples.about(Samples.CART)),
        new Golden<>("work-send-restock.v1.json", new WorkCodec(), Samples.about(Samples.RESTOCK)),
        new Golden<>("work-send-order.v1.json", new WorkCodec(), Samples.about(Samples.ORDER)),
        new Golden<>("work-send-shipping.v1.json", new WorkCodec(), Samples.about(Samples.PARCEL)),
        new Golden<>("work-shard.v1.json", new WorkCodec(), new RunShard(run, 11)),
        new Golden<>("work-reconcile.v1.json", new WorkCodec(), new Chore.Reconcile(SHOP, hana)),
        new Golden<>("work-erase.v1.json", new WorkCodec(), new Chore.Erase(SHOP, hana, false)),
        new Golden<>(
            "work-erase-again.v1.json", new WorkCodec(), new Chore.Erase(SHOP, hana, true)),
        new Golden<>("work-erase-shop.v1.json", new WorkCodec(), new Chore.EraseShop(SHOP)),
        new Golden<>(
            "work-export.v1.json", new WorkCodec(), new Chore.Export(SHOP, Samples.HANA, "9999")),
        new Golden<>(
            "work-merge.v1.json",
            new WorkCodec(),
            new Chore.Merge(SHOP, Samples.HANA, new CustomerId(8), false)),
        new Golden<>(
            "work-merge-again.v1.json",
            new WorkCodec(),
            new Chore.Merge(SHOP, Samples.HANA, new CustomerId(8), true)),
        new Golden<>("work-depart.v1.json", new WorkCodec(), new Chore.Depart(SHOP, Samples.HANA)),
        new Golden<>("erasure-proof.json", new ErasureProofCodec(), Samples.proof()),
        new Golden<>("data-export.json", new DataExportCodec(), Samples.export()),
        new Golden<>("work-set-up.v1.json", new WorkCodec(), new Chore.SetUp(SHOP)),
        new Golden<>(
            "work-refresh.v1.json",
            new WorkCodec(),
            new Chore.Refresh(SHOP, List.of(new ProductId(101), new ProductId(102)))),
        new Golden<>("cart.json", new CartCodec(), Samples.cart()),
        new Golden<>(
            "work-check-up.v1.json", new WorkCodec(), new Chore.CheckUp(SHOP, Optional.of(NOON))),
        new Golden<>("work-read-stock.v1.json", new WorkCodec(), new StockWork.Read(SHOP)),
        new Golden<>(
            "work-tell-waiting.v1.json",
            new WorkCodec(),
            new StockWork.Tell(SHOP, new VariantId(51))),
        new Golden<>("restock.json", new RestockCodec(), Samples.restock()),
        new Golden<>("restock-sold-out.json", new RestockCodec(), Samples.soldOut()),
        new Golden<>("mark-released.json", new MarkCodec(), new Mark.Released(2)),
        new Golden<>("composed.json", new ComposedCodec(), Samples.content()),
        new Golden<>("recipient.json", new RecipientCodec(), Samples.recipient()),
        new Golden<>("recipient-wishes.json", new RecipientCodec(), Samples.wishful()),
        new Golden<>("link.json", new LinkCodec(), Samples.link()),
        new Golden<>("delivery-sent.json", new DeliveryCodec(), Samples.delivery()),
        new Golden<>("settings.2.json", new SettingsCodec(), Settings.defaults()),
        new Golden<>("shop.2.json", new ShopCodec(), Samples.shop()),
        new Golden<>(
            "shop-paused.2.json",
            new ShopCodec(),
            Samples.shop().with(new Standing.Paused(NOON.plusSeconds(900)))),
        new Golden<>("product.json", new ProductCodec(), Samples.product()),
        new Golden<>("purchase.json", new PurchaseCodec(), Samples.purchase()),
        new Golden<>("order.json", new OrderCodec(), Samples.order()));
  }

  /** Files of former versions; what they did not know comes as its default. */
  static Stream<Golden<?>> former() {
    return Stream.of(
        new Golden<>("settings.json", new SettingsCodec(), Settings.defaults()),
        new Golden<>("shop.json", new ShopCodec(), Samples.shopWithoutCheckUp()),
        new Golden<>(
            "shop-paused.json",
            new ShopCodec(),
            Samples.shopWithoutCheckUp().with(new Standing.Paused(NOON.plusSeconds(900)))));
  }

  @ParameterizedTest
  @MethodSource({"files", "former"})
  <T> void what_was_written_still_reads(Golden<T> golden) {
    assertThat(golden.codec().read(golden.text())).isEqualTo(golden.value());
  }

  @ParameterizedTest
  @MethodSource("files")
  <T> void what_is_written_now_is_the_newest_golden_file(Golden<T> golden) {
    assertThat(golden.codec().write(golden.value())).isEqualTo(golden.text());
  }

  @ParameterizedTest
  @MethodSource("files")
  <T> void a_field_that_is_not_known_is_ignored(Golden<T> golden) {
    ObjectNode newer = Json.object(golden.text());
    newer.putObject("addedLater").put("a", 1);
    newer.put("addedToo", true);
    assertThat(golden.codec().read(newer.toString())).isEqualTo(golden.value());
  }

  @ParameterizedTest
  @MethodSource("files")
  <T> void any_field_that_is_missing_or_of_another_type_is_a_clear_error_or_optional(
      Golden<T> golden) {
    List<String> names = new ArrayList<>();
    Json.object(golden.text()).fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      for (JsonNode wrong : wrong()) {
        ObjectNode broken = Json.object(golden.text());
        broken.set(name, wrong);
        onlyClearErrors(golden.codec(), broken.toString());
      }
      ObjectNode missing = Json.object(golden.text());
      missing.remove(name);
      onlyClearErrors(golden.codec(), missing.toString());
    }
  }

  private static List<JsonNode> wrong() {
    ObjectNode values =
        Json.object(
            "{\"a\":-9999999999,\"b\":\"\",\"c\":[[]],\"d\":{\"x\":{}},\"e\":null,\"f\":1.5}");
    List<JsonNode> wrong = new ArrayList<>();
    values.forEach(wrong::add);
    return wrong;
  }

  private static <T> void onlyClearErrors(Codec<T> codec, String json) {
    try {
      assertThat(codec.read(json)).isNotNull();
    } catch (MalformedJson e) {
      assertThat(e).hasMessageNotContaining("9999999999");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  <T> void a_text_that_is_no_object_is_a_clear_error(Golden<T> golden) {
    for (String text : List.of("", "null", "[]", "7", "{", "{} {}", "{\"v\":1,\"v\":1}")) {
      assertThatIllegalArgumentException().isThrownBy(() -> golden.codec().read(text));
    }
  }
}
