package dev.musubi.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static final LineUserId HANA = new LineUserId("U" + "a".repeat(32));
  private static final LineUserId SECOND = new LineUserId("U" + "b".repeat(32));
  private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

  @Test
  void what_names_a_person_or_opens_a_door_never_prints_itself() {
    Nonce nonce = Nonce.of(new byte[Nonce.BYTES]);
    assertThat(HANA.toString()).doesNotContain(HANA.value());
    assertThat(nonce.toString()).doesNotContain(nonce.value());
    assertThat(new ReplyToken("abc").toString()).doesNotContain("abc");
    assertThat(new LinkToken("abc").toString()).doesNotContain("abc");
    assertThat(new Secret("abc").toString()).doesNotContain("abc");
    assertThat(Person.of(HANA).toString()).doesNotContain(HANA.value());
  }

  @Test
  void relinking_keeps_the_former_account_in_the_history() {
    Link link =
        Link.none(new ShopId("hinode"), new CustomerId(7))
            .tied(new Tie(HANA, NOON, EntryRoute.CHAT))
            .tied(new Tie(SECOND, NOON.plusSeconds(60), EntryRoute.RICH_MENU));
    assertThat(link.tiedTo(SECOND)).isTrue();
    assertThat(link.history())
        .containsExactly(new Tie(HANA, NOON, EntryRoute.CHAT).ended(NOON.plusSeconds(60)));
    assertThat(link.ended(NOON.plusSeconds(90)).history()).hasSize(2);
  }

  @Test
  void a_handle_is_a_handle() {
    assertThat(ShopId.parse("hinode-tea")).isPresent();
    assertThat(ShopId.parse("../etc")).isEmpty();
    assertThat(ShopId.parse("Hinode")).isEmpty();
    assertThat(ShopId.ofDomain("hinode.myshopify.com.evil.test")).isEmpty();
    assertThatThrownBy(() -> new ShopId("")).hasMessageContaining("'handle'");
  }

  @Test
  void only_a_positive_number_is_a_customer() {
    assertThat(CustomerId.parse("7")).contains(new CustomerId(7));
    assertThat(CustomerId.parse("07")).isEmpty();
    assertThat(CustomerId.parse("-7")).isEmpty();
    assertThat(CustomerId.parse("7 ")).isEmpty();
    assertThat(CustomerId.parse("")).isEmpty();
  }
}
