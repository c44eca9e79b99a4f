package dev.musubi.local.world.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.world.web.Interface.Behind;
import java.util.Set;

/** {@code /local/wording}: a shop's own templates, through the product's function. */
final class WordingDesk {
  private static final Set<String> DOINGS = Set.of("keep", "show", "send");

  private final Behind world;

  WordingDesk(Behind world) {
    this.world = world;
  }

  /** {@code {shop, do: keep|show|send, kind, language?, messages?, person?}}. */
  JsonNode answer(Body body) {
    String shop = world.demonstration().shop(body.text("shop")).handle();
    String doing = body.text("do");
    if (!DOINGS.contains(doing)) {
      throw Problem.bad("'do' must be keep, show or send.");
    }
    ObjectNode about = body.fields().deepCopy().without(Set.of("shop", "do", "person"));
    body.optionalText("person")
        .ifPresent(
            person ->
                about.put(
                    "customer",
                    Long.toString(
                        world.demonstration().people().require(shop, person).customerId())));
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("shop", shop);
    request.set(doing, about);
    JsonNode answer = world.demonstration().functions().wording(request);
    if (answer.hasNonNull("refused")) {
      throw Problem.refused(answer.path("refused"));
    }
    return answer;
  }
}
