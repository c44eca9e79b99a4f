package dev.musubi.wording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Complaint;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.TemplateVersion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Translates {@code {shop, keep | show | send: {kind, language?, messages?, customer?}}} and
 * answers {@code {kept: {...}}}, {@code {messages: [...]}}, {@code {sent: true}} or {@code
 * {refused: [...]}}.
 */
final class WordingEndpoint {

  private final Workshop workshop;
  private final ObjectMapper json = new ObjectMapper();

  WordingEndpoint(Workshop workshop) {
    this.workshop = workshop;
  }

  Map<String, Object> answer(Map<String, Object> request) {
    try {
      return plain(carryOut(request));
    } catch (IllegalArgumentException e) {
      return plain(Workshop.refused("", e.getMessage(), e.getMessage()));
    }
  }

  private Workshop.Outcome carryOut(Map<String, Object> request) {
    ShopId shop =
        ShopId.parse(text(request, "shop"))
            .orElseThrow(() -> new IllegalArgumentException("'shop' must be a handle"));
    if (request.get("keep") instanceof Map<?, ?> keep) {
      return workshop.keep(
          named(shop, keep),
          messages(keep)
              .orElseThrow(() -> new IllegalArgumentException("'messages' must be a list")));
    }
    if (request.get("show") instanceof Map<?, ?> show) {
      return workshop.show(named(shop, show), messages(show));
    }
    if (request.get("send") instanceof Map<?, ?> send) {
      return workshop.send(named(shop, send), customer(send));
    }
    throw new IllegalArgumentException("one of 'keep', 'show' and 'send' must be an object");
  }

  private static Workshop.Named named(ShopId shop, Map<?, ?> fields) {
    String kind = text(fields, "kind");
    return new Workshop.Named(
        shop,
        Arrays.stream(Kind.values())
            .filter(k -> k.name().equals(kind))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("'kind' must be one that there is")),
        fields.get("language") == null
            ? Optional.empty()
            : Optional.of(
                Language.ofTag(text(fields, "language"))
                    .orElseThrow(
                        () -> new IllegalArgumentException("'language' must be ja or en"))));
  }

  private static CustomerId customer(Map<?, ?> fields) {
    return CustomerId.parse(String.valueOf(fields.get("customer")))
        .orElseThrow(() -> new IllegalArgumentException("'customer' must be a customer's number"));
  }

  private Optional<String> messages(Map<?, ?> fields) {
    if (!(fields.get("messages") instanceof List<?> messages)) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.writeValueAsString(messages));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'messages' must be JSON", e);
    }
  }

  private Map<String, Object> plain(Workshop.Outcome outcome) {
    return switch (outcome) {
      case Workshop.Outcome.Kept(TemplateVersion version) ->
          Map.of(
              "kept",
              Map.of(
                  "kind", version.kind().name(),
                  "language", version.language().tag(),
                  "number", version.number()));
      case Workshop.Outcome.Shown(Rendered messages) -> Map.of("messages", list(messages));
      case Workshop.Outcome.Sent() -> Map.of("sent", true);
      case Workshop.Outcome.Refused(List<Complaint> complaints) ->
          Map.of("refused", complaints.stream().map(WordingEndpoint::plain).toList());
    };
  }

  private List<?> list(Rendered messages) {
    try {
      return json.readValue(messages.messages(), List.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was rendered is a JSON array", e);
    }
  }

  private static Map<String, Object> plain(Complaint complaint) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("path", complaint.path());
    plain.put("ja", complaint.japanese());
    plain.put("en", complaint.english());
    return plain;
  }

  private static String text(Map<?, ?> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' must be a text"));
  }
}
