package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.KEN;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.DataExports;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link DataExports} does. */
public abstract class DataExportsContract extends PersonalDataContract<DataExports> {

  @Override
  final void hold(DataExports store, ShopId shop, CustomerId customer, LineUserId user) {
    store.keep(export(shop, customer, "request-1", 1));
  }

  @Test
  void an_export_is_read_back_whole_however_long_it_is() {
    DataExport export = export(SHOP, HANA, "request-1", 9_000);
    store().keep(export);
    assertThat(store().of(SHOP, HANA)).containsExactly(export);
  }

  @Test
  void the_same_request_again_replaces_what_stood_there() {
    store().keep(export(SHOP, HANA, "request-1", 9_000));
    DataExport shorter = export(SHOP, HANA, "request-1", 1);
    store().keep(shorter);
    assertThat(store().of(SHOP, HANA)).containsExactly(shorter);
  }

  @Test
  void who_has_exports_is_known_and_nobody_sees_anothers() {
    store().keep(export(SHOP, HANA, "request-1", 1));
    store().keep(export(SHOP, HANA, "request-2", 1));
    store().keep(export(OTHER_SHOP, KEN, "request-3", 1));
    assertThat(store().customers(SHOP)).containsExactly(HANA);
    assertThat(store().of(SHOP, HANA)).hasSize(2);
    assertThat(store().of(SHOP, KEN)).isEmpty();
  }

  @Test
  void an_export_is_kept_for_thirty_days() {
    store().keep(export(SHOP, HANA, "request-1", 1));
    setNow(NOON.plus(DataExport.KEPT).minusSeconds(1));
    assertThat(store().of(SHOP, HANA)).hasSize(1);
    setNow(NOON.plus(DataExport.KEPT));
    assertThat(store().of(SHOP, HANA)).isEmpty();
    assertThat(store().customers(SHOP)).isEmpty();
  }

  private static DataExport export(ShopId shop, CustomerId customer, String request, int entries) {
    PersonalData.Holding holding = new PersonalData.Holding("閲覧した商品", "ゆず茶、2回、3月1日");
    return new DataExport(
        shop,
        customer,
        request,
        NOON,
        List.of(new DataExport.Section("views", Collections.nCopies(entries, holding))));
  }
}
