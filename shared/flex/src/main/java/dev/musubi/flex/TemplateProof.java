package dev.musubi.flex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.shop.Complaint;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.OwnTemplate;
import dev.musubi.core.wording.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves a template that a shop wrote before it is stored: it renders for a sample customer with
 * much and with little to say, within LINE's limits, every button is one that the chat understands,
 * what is not service can be stopped, and what is promotional tells why it came.
 */
public final class TemplateProof {

  private static final int MOST_PRODUCTS = 10;

  private final FlexRenderer renderer;
  private final ObjectMapper json = new ObjectMapper();

  public TemplateProof(FlexRenderer renderer) {
    this.renderer = renderer;
  }

  /** What came of the proof. */
  public sealed interface Outcome {

    /** The messages of the sample customer: full first, then bare, then as long as may be. */
    record Good(List<Rendered> samples) implements Outcome {
      public Good {
        samples = List.copyOf(samples);
      }
    }

    record Refused(List<Complaint> complaints) implements Outcome {
      public Refused {
        complaints = List.copyOf(complaints);
      }
    }
  }

  public Outcome of(OwnTemplate template) {
    List<Rendered> samples = new ArrayList<>();
    try {
      Template parsed = renderer.parsed(template.messages());
      for (Composed content : contents(template)) {
        samples.add(renderer.rendered(parsed, content));
      }
    } catch (IllegalArgumentException e) {
      return refused("テンプレートを表示できません: " + e.getMessage(), e.getMessage());
    }
    List<Complaint> complaints = new ArrayList<>();
    samples.stream()
        .flatMap(sample -> FlexLimits.check(sample).stream())
        .distinct()
        .forEach(what -> complaints.add(complaint("LINEの制限に合いません: " + what, what)));
    buttons(template.version().kind(), samples.getFirst()).ifPresent(complaints::add);
    return complaints.isEmpty() ? new Outcome.Good(samples) : new Outcome.Refused(complaints);
  }

  /** What the sample customer would get. */
  public Rendered preview(OwnTemplate template) {
    return renderer.rendered(
        renderer.parsed(template.messages()), SampleContent.full(template.version(), 2));
  }

  /** What the sample customer would get of the ready template. */
  public Rendered preview(Kind kind, Language language) {
    return renderer.ready(SampleContent.full(renderer.newest(kind, language), 2));
  }

  private static List<Composed> contents(OwnTemplate template) {
    return List.of(
        SampleContent.full(template.version(), 2),
        SampleContent.bare(template.version()),
        SampleContent.full(template.version(), MOST_PRODUCTS));
  }

  /** A complaint about the first button that the chat does not understand, else of one missing. */
  private Optional<Complaint> buttons(Kind kind, Rendered sample) {
    List<ChatCommand> there = new ArrayList<>();
    for (JsonNode data : tree(sample).findValues("data")) {
      Optional<ChatCommand> command = ChatCommand.parse(data.asText());
      if (command.isEmpty()) {
        return Optional.of(
            complaint(
                "ボタンの data「" + data.asText() + "」は使えません",
                "the chat does not understand the button's data '" + data.asText() + "'"));
      }
      there.add(command.get());
    }
    return needed(kind).stream()
        .filter(button -> !there.contains(button.command()))
        .map(Needed::complaint)
        .findFirst();
  }

  /** A button that a message must have, and what to say if it has not. */
  private record Needed(ChatCommand command, Complaint complaint) {}

  /** What was not asked for can be stopped; what is promotional tells why it came, too. */
  private static List<Needed> needed(Kind kind) {
    ChatCommand.Prefer stop = new ChatCommand.Prefer(kind, false);
    ChatCommand.Why why = new ChatCommand.Why(kind);
    Needed stops =
        new Needed(
            stop,
            complaint(
                "お客様が配信を止められるボタン(data: " + stop.data() + ")を入れてください",
                "a button must let the customer stop these messages (data: " + stop.data() + ")"));
    Needed tells =
        new Needed(
            why,
            complaint(
                "届いた理由を確かめられるボタン(data: " + why.data() + ")を入れてください",
                "a button must tell the customer why it came (data: " + why.data() + ")"));
    return switch (kind.messageClass()) {
      case PROMOTIONAL -> List.of(stops, tells);
      case REQUESTED -> List.of(stops);
      case SERVICE -> List.of();
    };
  }

  private JsonNode tree(Rendered sample) {
    try {
      return json.readTree(sample.messages());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was rendered is JSON", e);
    }
  }

  private static Outcome refused(String japanese, String english) {
    return new Outcome.Refused(List.of(complaint(japanese, english)));
  }

  private static Complaint complaint(String japanese, String english) {
    return new Complaint("template.messages", japanese, english);
  }
}
