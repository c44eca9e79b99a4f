package dev.musubi.testkit.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.OwnTemplate;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.core.wording.TemplateVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the shops' own templates keeps to. */
public abstract class OwnTemplatesContract {

  private static final ShopId SHOP = new ShopId("hinode");
  private static final ShopId OTHER = new ShopId("tsukimi");

  private OwnTemplates templates;

  /** A store without any template. */
  protected abstract OwnTemplates templates();

  @BeforeEach
  void make() {
    templates = templates();
  }

  @Test
  void a_stored_template_is_found_by_its_version() {
    OwnTemplate first = template(Kind.CART, Language.JA, 1);
    assertThat(templates.add(SHOP, first)).isEqualTo(Saved.DONE);
    assertThat(templates.find(SHOP, first.version())).contains(first);
    assertThat(templates.find(SHOP, version(Kind.CART, Language.JA, 2))).isEmpty();
    assertThat(templates.find(SHOP, version(Kind.CART, Language.EN, 1))).isEmpty();
    assertThat(templates.find(SHOP, version(Kind.BROWSE, Language.JA, 1))).isEmpty();
  }

  @Test
  void a_stored_version_never_changes() {
    OwnTemplate first = template(Kind.CART, Language.JA, 1);
    templates.add(SHOP, first);
    OwnTemplate changed = new OwnTemplate(first.version(), "[]");
    assertThat(templates.add(SHOP, changed)).isEqualTo(Saved.LOST);
    assertThat(templates.find(SHOP, first.version())).contains(first);
  }

  @Test
  void the_newest_number_is_counted_by_kind_and_language() {
    assertThat(templates.newest(SHOP, Kind.CART, Language.JA)).isZero();
    for (int number = 1; number <= 12; number++) {
      templates.add(SHOP, template(Kind.CART, Language.JA, number));
    }
    templates.add(SHOP, template(Kind.CART, Language.EN, 1));
    assertThat(templates.newest(SHOP, Kind.CART, Language.JA)).isEqualTo(12);
    assertThat(templates.newest(SHOP, Kind.CART, Language.EN)).isEqualTo(1);
    assertThat(templates.newest(SHOP, Kind.BROWSE, Language.JA)).isZero();
  }

  @Test
  void each_shop_has_only_its_own() {
    OwnTemplate first = template(Kind.CART, Language.JA, 1);
    templates.add(SHOP, first);
    assertThat(templates.find(OTHER, first.version())).isEmpty();
    assertThat(templates.newest(OTHER, Kind.CART, Language.JA)).isZero();
  }

  private static OwnTemplate template(Kind kind, Language language, int number) {
    return new OwnTemplate(
        version(kind, language, number), "[{\"type\":\"text\",\"text\":\"" + number + "\"}]");
  }

  private static TemplateVersion version(Kind kind, Language language, int number) {
    return new TemplateVersion(kind, language, number, true);
  }
}
