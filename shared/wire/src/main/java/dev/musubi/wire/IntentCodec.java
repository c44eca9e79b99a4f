package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import java.time.LocalDate;

/** {@link SendIntent}: references only, no person's data and no prices. */
public final class IntentCodec implements Codec<SendIntent> {

  @Override
  public ObjectNode tree(SendIntent intent) {
    ObjectNode tree = Json.object().put("shop", intent.shop().handle());
    switch (intent.to()) {
      case Addressee.Customer(CustomerId id) -> tree.put("customer", id.toString());
    }
    tree.put("kind", intent.subject().kind().name());
    switch (intent.subject()) {
      case Subject.Viewed(LocalDate run) -> tree.put("run", run.toString());
    }
    return tree.put("lane", intent.lane().name())
        .put("due", intent.due().toString())
        .put("notAfter", intent.notAfter().toString());
  }

  @Override
  public SendIntent value(Fields fields) {
    return new SendIntent(
        fields.parsed("shop", "a shop", ShopId::new),
        new Addressee.Customer(fields.parsed("customer", "a customer", IntentCodec::customer)),
        switch (fields.one("kind", Kind.class)) {
          case BROWSE -> new Subject.Viewed(fields.date("run"));
        },
        fields.one("lane", Lane.class),
        fields.instant("due"),
        fields.instant("notAfter"));
  }

  static CustomerId customer(String digits) {
    return CustomerId.parse(digits).orElseThrow(IllegalArgumentException::new);
  }
}
