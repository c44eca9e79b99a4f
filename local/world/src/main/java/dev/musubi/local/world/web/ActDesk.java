package dev.musubi.local.world.web;

import dev.musubi.local.world.acts.Acts;
import dev.musubi.local.world.acts.Acts.Scene;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.web.Interface.Behind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code POST /local/acts}: one act of a person or of the merchant. */
final class ActDesk {
  private final Behind world;

  ActDesk(Behind world) {
    this.world = world;
  }

  Map<String, Object> act(Body body) throws InterruptedException {
    String act = body.text("act");
    Acts.require(act);
    DemoShop shop = world.demonstration().shop(body.text("shop"));
    Optional<PersonEntry> person =
        body.optionalText("person")
            .map(name -> world.demonstration().people().require(shop.handle(), name));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("shop", shop.handle());
    person.ifPresent(p -> answer.put("person", p.person()));
    answer.put("act", act);
    answer.putAll(
        new Acts(world.platforms(), world.demonstration().people(), world.busy(), world.clock())
            .act(act, new Scene(shop, person, body)));
    answer.put("now", world.clock().instant());
    return answer;
  }
}
