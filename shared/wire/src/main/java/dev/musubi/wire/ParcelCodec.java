package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ParcelStatus;
import java.net.URI;

/** The parcels of an order as they are stored with it. */
final class ParcelCodec {

  private ParcelCodec() {}

  static ObjectNode tree(Parcel parcel) {
    ObjectNode tree =
        Json.object()
            .put("fulfilment", parcel.id().toString())
            .put("state", parcel.state().name())
            .put("items", parcel.items())
            .put("updatedAt", parcel.updatedAt().toString());
    Parcel.Tracking tracking = parcel.tracking();
    tracking.company().ifPresent(company -> tree.put("company", company));
    ArrayNode numbers = tree.putArray("numbers");
    tracking.numbers().forEach(numbers::add);
    tracking.link().ifPresent(link -> tree.put("link", link.toString()));
    tree.set("milestones", OrderCodec.tree(parcel.milestones()));
    return tree;
  }

  static Parcel value(Fields fields) {
    return new Parcel(
        fields.parsed("fulfilment", "a fulfilment", IntentCodec::fulfilment),
        fields.one("state", Parcel.State.class),
        fields.whole("items"),
        new Parcel.Tracking(
            fields.maybeText("company"),
            fields.parsedList("numbers", "a list of numbers", text -> text),
            fields.maybe("link", "a URI", URI::create)),
        fields.instant("updatedAt"),
        OrderCodec.milestones(fields, ParcelStatus.class));
  }
}
