package dev.musubi.core.shop;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A settings document as a merchant sends it: parsed JSON, partial, laid over the settings of now.
 * The only way from a document to {@link Settings}.
 */
public record SettingsDraft(Map<String, Object> document) {

  private static final int MOST_RESERVED = 10_000_000;

  public SettingsDraft {
    Objects.requireNonNull(document, "'document' must not be null");
  }

  /** What became of a draft; the complaints are in the order of the document's fields. */
  public sealed interface Outcome {

    record Accepted(Settings settings) implements Outcome {}

    record Refused(List<Complaint> complaints) implements Outcome {
      public Refused {
        complaints = List.copyOf(complaints);
      }
    }
  }

  public Outcome over(Settings current) {
    List<Complaint> complaints = new ArrayList<>();
    DraftFields root = new DraftFields(document, "", complaints);
    ZoneId zone = root.zone("timeZone", current.timeZone());
    WordingSettings wording = wording(root, current.wording());
    QuietHours quiet = quietHours(root, current.quietHours());
    int reserve = root.whole("quotaReserve", Optional.of(current.quotaReserve()), 0, MOST_RESERVED);
    Optional<Cap> budget = contactBudget(root, current.contactBudget());
    KindSettings kinds = kinds(root, current.kinds(), quiet, complaints);
    root.refuseTheRest();
    return complaints.isEmpty()
        ? new Outcome.Accepted(new Settings(zone, wording, quiet, reserve, budget, kinds))
        : new Outcome.Refused(complaints);
  }

  private static WordingSettings wording(DraftFields root, WordingSettings current) {
    return new WordingSettings(
        root.language("language", current.language()),
        root.flag("discreet", current.discreet()),
        root.object("templates")
            .map(fields -> new TemplatesDraft(fields).over(current.own()))
            .orElse(current.own()));
  }

  private static QuietHours quietHours(DraftFields root, QuietHours current) {
    Optional<DraftFields> fields = root.object("quietHours");
    if (fields.isEmpty()) {
      return current;
    }
    LocalTime from = fields.get().time("from", current.from());
    LocalTime to = fields.get().time("to", current.to());
    fields.get().refuseTheRest();
    return new QuietHours(from, to);
  }

  private static Optional<Cap> contactBudget(DraftFields root, Optional<Cap> current) {
    if (root.switchedOff("contactBudget")) {
      return Optional.empty();
    }
    return root.cap("contactBudget", current);
  }

  private static KindSettings kinds(
      DraftFields root, KindSettings current, QuietHours quiet, List<Complaint> complaints) {
    Optional<DraftFields> kinds = root.object("kinds");
    KindSettings chosen = kinds.map(fields -> new KindsDraft(fields).over(current)).orElse(current);
    LocalTime at = chosen.browse().at();
    if (quiet.contains(at)) {
      complaints.add(insideQuietHours(at, quiet));
    }
    return chosen;
  }

  private static Complaint insideQuietHours(LocalTime at, QuietHours quiet) {
    return new Complaint(
        "kinds.BROWSE.at",
        "配信時刻 " + at + " は配信しない時間帯(" + quiet.from() + "〜" + quiet.to() + ")に入っています",
        "the hour "
            + at
            + " is inside the quiet hours from "
            + quiet.from()
            + " to "
            + quiet.to()
            + ", when nothing is sent");
  }
}
