package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.RetryKey;
import java.util.UUID;

/** {@link Delivery}: one row of what became of an intent. */
public final class DeliveryCodec implements Codec<Delivery> {

  private final IntentCodec intents = new IntentCodec();
  private final ResultCodec results = new ResultCodec();

  @Override
  public ObjectNode tree(Delivery delivery) {
    ObjectNode tree = Json.object();
    tree.set("intent", intents.tree(delivery.intent()));
    tree.set("outcome", results.tree(delivery.result()));
    delivery.key().ifPresent(key -> tree.put("retryKey", key.uuid().toString()));
    return tree.put("at", delivery.at().toString());
  }

  @Override
  public Delivery value(Fields fields) {
    return new Delivery(
        intents.value(fields.object("intent")),
        results.value(fields.object("outcome")),
        fields.maybe("retryKey", "a UUID", UUID::fromString).map(RetryKey::new),
        fields.instant("at"));
  }
}
