package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.sending.Mark;
import dev.musubi.core.wording.Composed;
import java.time.Instant;

/** {@link Mark}: the trace of a send on its recipient. */
public final class MarkCodec implements Codec<Mark> {

  private final ComposedCodec contents = new ComposedCodec();

  @Override
  public ObjectNode tree(Mark mark) {
    return switch (mark) {
      case Mark.InFlight(
              int epoch,
              int tries,
              Instant first,
              Instant leaseUntil,
              LineUserId to,
              Composed content) ->
          Json.object()
              .put("state", "in-flight")
              .put("epoch", epoch)
              .put("tries", tries)
              .put("first", first.toString())
              .put("leaseUntil", leaseUntil.toString())
              .put("to", to.value())
              .set("content", contents.tree(content));
      case Mark.Released(int epoch) -> Json.object().put("state", "released").put("epoch", epoch);
    };
  }

  @Override
  public Mark value(Fields fields) {
    return switch (fields.text("state")) {
      case "in-flight" ->
          new Mark.InFlight(
              fields.whole("epoch"),
              fields.whole("tries"),
              fields.instant("first"),
              fields.instant("leaseUntil"),
              fields.parsed("to", "a LINE user", LineUserId::new),
              contents.value(fields.object("content")));
      case "released" -> new Mark.Released(fields.whole("epoch"));
      default -> throw fields.wrong("state", "a known state");
    };
  }
}
