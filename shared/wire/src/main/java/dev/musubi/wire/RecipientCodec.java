package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.Break;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Preference;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.sending.MarkEntry;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.Slot;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import java.time.Instant;
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
    wishes(tree, state.wishes());
    tree.set("slots", Json.array(state.ledger().slots().stream().map(RecipientCodec::tree)));
    ObjectNode entries = tree.putObject("marks");
    state.ledger().marks().forEach((send, entry) -> entries.set(send.hex(), tree(entry)));
    return tree.put("version", state.version().number());
  }

  private static void wishes(ObjectNode tree, Wishes wishes) {
    ObjectNode kinds = tree.putObject("preferences");
    wishes.kinds().forEach((kind, preference) -> kinds.set(kind.name(), tree(preference)));
    if (!wishes.promotional().equals(Preference.UNSAID)) {
      tree.set("promotional", tree(wishes.promotional()));
    }
    if (!wishes.pause().equals(Break.UNSAID)) {
      ObjectNode pause = tree.putObject("pause");
      wishes.pause().until().ifPresent(until -> pause.put("until", until.toString()));
      pause.put("asOf", wishes.pause().asOf().toString());
    }
  }

  private static ObjectNode tree(Preference preference) {
    return Json.object()
        .put("wanted", preference.wanted())
        .put("asOf", preference.asOf().toString());
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
        wishes(fields),
        new RecipientState.Ledger(
            fields.objects("slots").stream().map(RecipientCodec::slot).toList(),
            entries(fields.object("marks"))),
        new Version(fields.number("version")));
  }

  private static Wishes wishes(Fields fields) {
    SortedMap<Kind, Preference> kinds = new TreeMap<>();
    fields
        .object("preferences")
        .objects()
        .forEach((kind, preference) -> kinds.put(Kind.valueOf(kind), preference(preference)));
    return new Wishes(
        kinds,
        fields.maybeObject("promotional").map(RecipientCodec::preference).orElse(Preference.UNSAID),
        fields.maybeObject("pause").map(RecipientCodec::pause).orElse(Break.UNSAID));
  }

  private static Preference preference(Fields fields) {
    return new Preference(fields.flag("wanted"), fields.instant("asOf"));
  }

  private static Break pause(Fields fields) {
    return new Break(fields.maybe("until", "an instant", Instant::parse), fields.instant("asOf"));
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
