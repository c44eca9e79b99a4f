package dev.musubi.core.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierTest {

  @ParameterizedTest
  @CsvSource({
    "Yamato (JA), YAMATO",
    "yamato, YAMATO",
    "ﾔﾏﾄ運輸, YAMATO",
    "クロネコヤマト宅急便, YAMATO",
    "Sagawa (EN), SAGAWA",
    "佐川急便, SAGAWA",
    "Japan Post (JA), JAPAN_POST",
    "ゆうパック, JAPAN_POST",
    "日本郵便(レターパックライト), JAPAN_POST"
  })
  void the_carriers_of_japan_are_known_by_shopifys_names_and_by_those_that_shops_write(
      String company, Carrier carrier) {
    assertThat(Carrier.of(company)).contains(carrier);
    assertThat(carrier.name(Language.JA)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPS", "西濃運輸", "", "自社便"})
  void another_carrier_is_nobody_we_know(String company) {
    assertThat(Carrier.of(company)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "YAMATO, https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id=123456789012",
    "SAGAWA, https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo=123456789012",
    "JAPAN_POST,"
        + " https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=123456789012"
  })
  void a_parcel_is_followed_on_the_carriers_own_page_by_its_digits(Carrier carrier, String page) {
    for (String number : new String[] {"123456789012", "1234-5678-9012", " 1234 5678 9012"}) {
      assertThat(carrier.follow(number)).hasToString("Optional[" + page + "]");
    }
    assertThat(carrier.follow("１２３４５６７８９０１２")).hasToString("Optional[" + page + "]");
  }

  @Test
  void what_is_no_number_leads_nowhere() {
    for (String hostile :
        new String[] {"", "1", "12345678&x=1", "12345678/../", "未定", "x".repeat(99)}) {
      assertThat(Carrier.YAMATO.follow(hostile)).as(hostile).isEmpty();
    }
  }
}
