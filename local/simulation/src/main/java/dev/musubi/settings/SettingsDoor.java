package dev.musubi.settings;

import dev.musubi.local.simulation.world.Ports;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Opens the function to the simulation. */
public final class SettingsDoor {

  private SettingsDoor() {}

  public static UnaryOperator<Map<String, Object>> over(Ports ports) {
    return new SettingsEndpoint(
            new Registration(ports.shops(), ports.outbox(), ports.clock()),
            new Rights(ports.exports(), ports.proofs(), ports.links()),
            new Accounts(ports.shops(), ports.deliveries()))
        ::answer;
  }
}
