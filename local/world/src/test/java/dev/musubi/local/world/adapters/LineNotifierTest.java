package dev.musubi.local.world.adapters;

import static dev.musubi.local.world.adapters.LinePlatform.TARO;

import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.line.api.LineNotifier;
import dev.musubi.local.line.FaultAmount;
import dev.musubi.local.line.FaultKind;
import dev.musubi.local.line.NotificationRights;
import dev.musubi.testkit.contracts.NotifierContract;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class LineNotifierTest extends NotifierContract {

  private LinePlatform line;

  @Override
  protected Notifier empty(InstantSource clock, ShopId approved, ShopId other) {
    line = new LinePlatform(clock, List.of(approved, other), List.of());
    line.simulator.addUser(TARO, "Taro");
    line.simulator.phones().put(TARO, "+818000001234");
    line.simulator.notifications(approved.handle(), NotificationRights.approved());
    return new LineNotifier(line.hosts, line.tokens);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Override
  protected List<SendId> arrived() {
    return line.simulator.messages().stream()
        .filter(message -> message.delivered() && message.to().equals(TARO))
        .map(message -> new SendId(message.deliveryTag()))
        .toList();
  }

  @Override
  protected void throttleNext() {
    line.simulator.fault(FaultKind.RATE_LIMIT, new FaultAmount.Count(1), 1);
  }

  @Override
  protected void loseNextAnswer() {
    line.simulator.fault(FaultKind.TIMEOUT_AFTER_ACCEPT, new FaultAmount.Count(1), 1);
  }
}
