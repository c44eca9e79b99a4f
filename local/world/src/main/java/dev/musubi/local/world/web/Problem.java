package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.shopify.shop.UnknownName;
import java.util.List;
import java.util.stream.Collectors;

/** An answer of the interface that is no success: its status, and one sentence. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** A problem that is answered with that HTTP status. */
  public Problem(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** 400: the caller asked for what can't be. */
  public static Problem bad(String sentence) {
    return new Problem(400, sentence);
  }

  /** 400 with what the product complained about, in both languages. */
  static Problem refused(JsonNode complaints) {
    return bad(
        complaints
            .valueStream()
            .map(
                complaint ->
                    "%s: %s (%s)"
                        .formatted(
                            complaint.path("path").asText(),
                            complaint.path("en").asText(),
                            complaint.path("ja").asText()))
            .collect(Collectors.joining(" ")));
  }

  /** 404 for a name that a shop does not know. */
  static Problem of(UnknownName unknown) {
    return new Problem(404, unknown.getMessage() + ".");
  }

  /** 404: there is no such thing, but these there are. */
  public static Problem unknown(String what, String name, List<String> known) {
    return new Problem(
        404, "There is no %s '%s'; there are: %s.".formatted(what, name, String.join(", ", known)));
  }

  public int status() {
    return status;
  }
}
