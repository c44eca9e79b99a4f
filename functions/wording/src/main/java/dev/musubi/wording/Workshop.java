package dev.musubi.wording;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Complaint;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.wording.MessageCheck;
import dev.musubi.core.wording.OwnTemplate;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.TemplateVersion;
import dev.musubi.flex.TemplateProof;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Use case: a shop writes a template of its own. It is proven, shown to LINE, stored under a new
 * version, and used from the next message on.
 */
final class Workshop {

  private final Shops shops;
  private final OwnTemplates templates;
  private final TemplateProof proof;
  private final MessageCheck check;
  private final TestSend testSend;
  private final InstantSource clock;

  Workshop(
      Shops shops,
      OwnTemplates templates,
      TemplateProof proof,
      MessageCheck check,
      TestSend testSend,
      InstantSource clock) {
    this.shops = shops;
    this.templates = templates;
    this.proof = proof;
    this.check = check;
    this.testSend = testSend;
    this.clock = clock;
  }

  /** What became of a request. */
  sealed interface Outcome {

    /** The template is stored and in use. */
    record Kept(TemplateVersion version) implements Outcome {}

    /** What a sample customer would get. */
    record Shown(Rendered messages) implements Outcome {}

    /** The sample went to the customer's phone. */
    record Sent() implements Outcome {}

    record Refused(List<Complaint> complaints) implements Outcome {}
  }

  /** Which template is meant; the shop's language if none is named. */
  record Named(ShopId shop, Kind kind, Optional<Language> language) {}

  Outcome keep(Named named, String messages) {
    Optional<Shop> shop = shops.find(named.shop());
    if (shop.isEmpty()) {
      return unknown();
    }
    Language language = named.language().orElse(shop.get().settings().language());
    int number = templates.newest(named.shop(), named.kind(), language) + 1;
    Optional<Outcome.Refused> refusal =
        refusal(named.shop(), template(named, language, number, messages));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    while (templates.add(named.shop(), template(named, language, number, messages)) == Saved.LOST) {
      number++;
    }
    use(named, language, number);
    return new Outcome.Kept(new TemplateVersion(named.kind(), language, number, true));
  }

  /** The template given, or the one in use. */
  Outcome show(Named named, Optional<String> messages) {
    Optional<Shop> shop = shops.find(named.shop());
    if (shop.isEmpty()) {
      return unknown();
    }
    if (messages.isEmpty()) {
      return new Outcome.Shown(inUse(shop.get(), named));
    }
    Language language = named.language().orElse(shop.get().settings().language());
    OwnTemplate template = template(named, language, 1, messages.get());
    return switch (proof.of(template)) {
      case TemplateProof.Outcome.Refused(List<Complaint> complaints) ->
          new Outcome.Refused(complaints);
      case TemplateProof.Outcome.Good good -> new Outcome.Shown(good.samples().getFirst());
    };
  }

  /** Sends what a sample customer would get of the template in use to that customer's phone. */
  Outcome send(Named named, CustomerId to) {
    Optional<Shop> shop = shops.find(named.shop());
    return shop.isEmpty() ? unknown() : testSend.send(named, to, inUse(shop.get(), named));
  }

  private Rendered inUse(Shop shop, Named named) {
    Language language = named.language().orElse(shop.settings().language());
    Optional<OwnTemplate> own =
        Optional.ofNullable(shop.settings().wording().own().get(named.kind()))
            .flatMap(numbers -> Optional.ofNullable(numbers.get(language)))
            .flatMap(
                number ->
                    templates.find(
                        shop.id(), new TemplateVersion(named.kind(), language, number, true)));
    return own.map(proof::preview).orElseGet(() -> proof.preview(named.kind(), language));
  }

  private Optional<Outcome.Refused> refusal(ShopId shop, OwnTemplate template) {
    return switch (proof.of(template)) {
      case TemplateProof.Outcome.Refused(List<Complaint> complaints) ->
          Optional.of(new Outcome.Refused(complaints));
      case TemplateProof.Outcome.Good(List<Rendered> samples) ->
          samples.stream()
              .map(sample -> refusal(check.check(shop, sample)))
              .flatMap(Optional::stream)
              .findFirst();
    };
  }

  private static Optional<Outcome.Refused> refusal(MessageCheck.Checked checked) {
    return switch (checked) {
      case MessageCheck.Checked.Fine() -> Optional.empty();
      case MessageCheck.Checked.Objections(List<String> what) ->
          Optional.of(
              refused(
                  "template.messages",
                  "LINEがこのメッセージを受け付けません: " + String.join("; ", what),
                  "LINE does not take this message: " + String.join("; ", what)));
      case MessageCheck.Checked.Unclear(String cause) ->
          Optional.of(
              refused(
                  "template.messages",
                  "LINEに確認できませんでした(" + cause + ")。しばらくしてからもう一度保存してください",
                  "LINE could not be asked (" + cause + "): save it again in a while"));
    };
  }

  private void use(Named named, Language language, int number) {
    for (Optional<Shop> shop = shops.find(named.shop());
        shop.isPresent();
        shop = shops.find(named.shop())) {
      Shop next =
          shop.get()
              .with(shop.get().settings().using(named.kind(), language, number), clock.instant());
      if (shops.save(next) == Saved.DONE) {
        return;
      }
    }
  }

  private static OwnTemplate template(Named named, Language language, int number, String messages) {
    return new OwnTemplate(new TemplateVersion(named.kind(), language, number, true), messages);
  }

  private static Outcome unknown() {
    return refused("shop", "このショップは登録されていません", "this shop is not registered");
  }

  static Outcome.Refused refused(String path, String japanese, String english) {
    return new Outcome.Refused(List.of(new Complaint(path, japanese, english)));
  }
}
