package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.sending.Result;
import java.time.Instant;

/** {@link Result}: what became of an intent, with its reason. */
public final class ResultCodec implements Codec<Result> {

  private final ReasonCodec reasons = new ReasonCodec();

  @Override
  public ObjectNode tree(Result result) {
    return switch (result) {
      case Result.Deferred(Reason why, Instant until) ->
          of("deferred", why).put("until", until.toString());
      case Result.Skipped(Reason why) -> of("skipped", why);
      case Result.Refused(Reason why) -> of("refused", why);
      case Result.Unknown(Reason why) -> of("unknown", why);
      case Result.Sent(String requestId) ->
          Json.object().put("result", "sent").put("requestId", requestId);
    };
  }

  private ObjectNode of(String result, Reason why) {
    ObjectNode tree = Json.object().put("result", result);
    tree.set("reason", reasons.tree(why));
    return tree;
  }

  @Override
  public Result value(Fields fields) {
    return switch (fields.text("result")) {
      case "deferred" -> new Result.Deferred(why(fields), fields.instant("until"));
      case "skipped" -> new Result.Skipped(why(fields));
      case "refused" -> new Result.Refused(why(fields));
      case "unknown" -> new Result.Unknown(why(fields));
      case "sent" -> new Result.Sent(fields.text("requestId"));
      default -> throw fields.wrong("result", "a known result");
    };
  }

  private Reason why(Fields fields) {
    return reasons.value(fields.object("reason"));
  }
}
