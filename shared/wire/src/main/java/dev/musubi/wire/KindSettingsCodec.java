package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.BrowseSettings;
import dev.musubi.core.shop.CartSettings;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.KindSettings;
import dev.musubi.core.shop.PhoneNotice;
import dev.musubi.core.shop.RestockSettings;
import dev.musubi.core.shop.ServiceSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@link KindSettings} as the {@code kinds} of a settings document; a kind that a former version
 * did not know has its defaults.
 */
final class KindSettingsCodec implements Codec<KindSettings> {

  @Override
  public ObjectNode tree(KindSettings settings) {
    ObjectNode kinds = Json.object();
    for (Kind kind : Kind.values()) {
      kinds.set(
          kind.name(),
          switch (kind) {
            case CART -> cart(settings.cart());
            case BROWSE -> browse(settings.browse());
            case RESTOCK -> restock(settings.restock());
            case ORDER -> service(settings.order());
            case SHIPPING -> service(settings.shipping());
          });
    }
    return kinds;
  }

  @Override
  public KindSettings value(Fields fields) {
    KindSettings defaults = KindSettings.defaults();
    return new KindSettings(
        of(fields, Kind.CART, KindSettingsCodec::cart).orElse(defaults.cart()),
        of(fields, Kind.BROWSE, KindSettingsCodec::browse).orElse(defaults.browse()),
        of(fields, Kind.RESTOCK, KindSettingsCodec::restock).orElse(defaults.restock()),
        of(fields, Kind.ORDER, KindSettingsCodec::service).orElse(defaults.order()),
        of(fields, Kind.SHIPPING, KindSettingsCodec::service).orElse(defaults.shipping()));
  }

  private static <T> Optional<T> of(Fields kinds, Kind kind, Function<Fields, T> read) {
    return kinds.maybeObject(kind.name()).map(read);
  }

  private static ObjectNode cart(CartSettings cart) {
    ObjectNode tree = Json.object().put("enabled", cart.enabled());
    ArrayNode after = tree.putArray("after");
    cart.after().forEach(delay -> after.add(delay.toString()));
    cart.minimum()
        .ifPresentOrElse(least -> tree.put("minimum", least), () -> tree.putNull("minimum"));
    tree.set("cap", SettingsCodec.tree(cart.cap()));
    return tree;
  }

  private static CartSettings cart(Fields fields) {
    return new CartSettings(
        fields.flag("enabled"),
        fields.parsedList("after", "delays", Duration::parse),
        fields.maybeAmount("minimum"),
        SettingsCodec.cap(fields.object("cap")));
  }

  private static ObjectNode browse(BrowseSettings browse) {
    ObjectNode tree =
        Json.object()
            .put("enabled", browse.enabled())
            .put("at", browse.at().toString())
            .put("maxProducts", browse.maxProducts());
    tree.set("cap", SettingsCodec.tree(browse.cap()));
    return tree;
  }

  private static BrowseSettings browse(Fields fields) {
    return new BrowseSettings(
        fields.flag("enabled"),
        fields.time("at"),
        fields.whole("maxProducts"),
        SettingsCodec.cap(fields.object("cap")));
  }

  private static ObjectNode restock(RestockSettings restock) {
    return Json.object().put("enabled", restock.enabled()).put("repeat", restock.repeat().word());
  }

  private static RestockSettings restock(Fields fields) {
    return new RestockSettings(
        fields.flag("enabled"), fields.parsed("repeat", "how often", KindSettingsCodec::repeat));
  }

  private static RestockSettings.Repeat repeat(String word) {
    return Arrays.stream(RestockSettings.Repeat.values())
        .filter(repeat -> repeat.word().equals(word))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static ObjectNode service(ServiceSettings service) {
    ObjectNode tree =
        Json.object().put("enabled", service.enabled()).put("atNight", service.atNight());
    service
        .byPhone()
        .ifPresentOrElse(
            notice -> tree.set("byPhone", byPhone(notice)), () -> tree.putNull("byPhone"));
    return tree.put("pos", service.pos()).put("tests", service.tests());
  }

  private static ObjectNode byPhone(PhoneNotice notice) {
    ObjectNode tree = Json.object().put("template", notice.template());
    tree.set("items", Json.texts(notice.items()));
    tree.set("buttons", Json.texts(notice.buttons()));
    return tree;
  }

  private static PhoneNotice byPhone(Fields fields) {
    return new PhoneNotice(
        fields.text("template"), fields.object("items").texts(), fields.object("buttons").texts());
  }

  private static ServiceSettings service(Fields fields) {
    return new ServiceSettings(
        fields.flag("enabled"),
        fields.flag("atNight"),
        fields.maybeObject("byPhone").map(KindSettingsCodec::byPhone),
        fields.flag("pos", false),
        fields.flag("tests", false));
  }
}
