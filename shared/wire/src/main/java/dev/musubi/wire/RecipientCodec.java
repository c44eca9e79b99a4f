package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Preference;
import dev.musubi.core.sending.MarkEntry;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.Slot;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link RecipientState} as it is stored: one item with everything that limits messages. */
public final class RecipientCodec implements Codec<RecipientState> {

  private final MarkCodec marks = new MarkCodec();

  @Override
  public ObjectNode tree(RecipientState state) {
    ObjectNode tree =
        Json.object().put("shop", state.shop().handle()).put("lineUser", state.user().value());
    tree.putObject("friendship")
        .put("state", state.friendship().state().name())
        .put("asOf", state.friendship().asOf().toString());
    ObjectNode preferences = tree.putObject("preferences");
    state
        .preferences()
        .forEach(
            (kind, preference) ->
                preferences
                    .putObject(kind.name())
                    .put("wanted", preference.wanted())
                    .put("asOf", preference.asOf().toString()));
    tree.set("slots", Json.array(state.ledger().slots().stream().map(RecipientCodec::tree)));
    ObjectNode entries = tree.putObject("marks");
    state.ledger().marks().forEach((send, entry) -> entries.set(send.hex(), tree(entry)));
    return tree.put("version", state.version().number());
  }

  private static ObjectNode tree(Slot slot) {
    return Json.object()
        .put("kind", slot.kind().name())
        .put("send", slot.send().hex())
        .put("at", slot.at().toString())
        .put("on", slot.on().toString());
  }

  private ObjectNode tree(MarkEntry entry) {
    return marks.tree(entry.mark()).put("until", entry.until().toString());
  }

  @Override
  public RecipientState value(Fields fields) {
    Fields friendship = fields.object("friendship");
    return new RecipientState(
        fields.parsed("shop", "a shop", ShopId::new),
        fields.parsed("lineUser", "a LINE user", LineUserId::new),
        new Friendship(friendship.one("state", Friendship.State.class), friendship.instant("asOf")),
        preferences(fields.object("preferences")),
        new RecipientState.Ledger(
            fields.objects("slots").stream().map(RecipientCodec::slot).toList(),
            entries(fields.object("marks"))),
        new Version(fields.number("version")));
  }

  private static SortedMap<Kind, Preference> preferences(Fields fields) {
    SortedMap<Kind, Preference> preferences = new TreeMap<>();
    fields
        .objects()
        .forEach(
            (kind, preference) ->
                preferences.put(
                    Kind.valueOf(kind),
                    new Preference(preference.flag("wanted"), preference.instant("asOf"))));
    return preferences;
  }

  private static Slot slot(Fields slot) {
    return new Slot(
        slot.one("kind", Kind.class),
        slot.parsed("send", "a send id", SendId::new),
        slot.instant("at"),
        slot.date("on"));
  }

  private SortedMap<SendId, MarkEntry> entries(Fields fields) {
    SortedMap<SendId, MarkEntry> entries = new TreeMap<>();
    for (Map.Entry<String, Fields> entry : fields.objects().entrySet()) {
      Fields mark = entry.getValue();
      entries.put(
          new SendId(entry.getKey()), new MarkEntry(marks.value(mark), mark.instant("until")));
    }
    return entries;
  }
}
