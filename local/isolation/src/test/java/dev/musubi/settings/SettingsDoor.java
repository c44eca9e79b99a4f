package dev.musubi.settings;

import dev.musubi.testkit.functions.Stores;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Opens the function to the walk through all of them. */
public final class SettingsDoor {

  private SettingsDoor() {}

  public static UnaryOperator<Map<String, Object>> over(Stores stores) {
    return new SettingsEndpoint(
            new Registration(stores.shops(), stores.outbox(), stores.clock()),
            new Rights(stores.exports(), stores.proofs(), stores.links()),
            new Accounts(stores.shops(), stores.deliveries()))
        ::answer;
  }
}
