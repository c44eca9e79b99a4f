package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;

/** {@link DataExport} as it is stored, and as the merchant hands it on. */
public final class DataExportCodec implements Codec<DataExport> {

  @Override
  public ObjectNode tree(DataExport export) {
    ObjectNode tree =
        Json.object()
            .put("shop", export.shop().handle())
            .put("customer", export.customer().toString())
            .put("request", export.request())
            .put("at", export.at().toString());
    tree.set("held", Json.array(export.sections().stream().map(DataExportCodec::section)));
    return tree;
  }

  private static ObjectNode section(DataExport.Section section) {
    ObjectNode tree = Json.object().put("store", section.store());
    tree.set(
        "entries",
        Json.array(
            section.holdings().stream()
                .map(h -> Json.object().put("what", h.what()).put("value", h.value()))));
    return tree;
  }

  @Override
  public DataExport value(Fields fields) {
    return new DataExport(
        fields.parsed("shop", "a shop", ShopId::new),
        fields.parsed("customer", "a customer", IntentCodec::customer),
        fields.text("request"),
        fields.instant("at"),
        fields.objects("held").stream()
            .map(
                section ->
                    new DataExport.Section(
                        section.text("store"),
                        section.objects("entries").stream()
                            .map(e -> new PersonalData.Holding(e.text("what"), e.text("value")))
                            .toList()))
            .toList());
  }
}
