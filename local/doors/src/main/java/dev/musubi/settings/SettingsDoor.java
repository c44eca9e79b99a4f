package dev.musubi.settings;

import dev.musubi.local.doors.Ports;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Opens the function: wired to ports as its own wiring does to AWS. */
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
