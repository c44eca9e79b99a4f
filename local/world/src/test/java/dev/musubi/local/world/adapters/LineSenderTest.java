package dev.musubi.local.world.adapters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Rendered;
import dev.musubi.line.api.LineSender;
import dev.musubi.local.line.FaultAmount;
import dev.musubi.local.line.FaultKind;
import dev.musubi.testkit.contracts.SenderContract;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class LineSenderTest extends SenderContract {

  private LinePlatform line;
  private LineUserId user;

  @Override
  protected Sender empty(InstantSource clock, List<ShopId> shops, LineUserId friend) {
    line = new LinePlatform(clock, shops, List.of(friend));
    user = friend;
    return new LineSender(line.calls);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Override
  protected List<Rendered> arrived(ShopId shop) {
    return line.simulator.messages().stream()
        .filter(message -> message.delivered() && message.shop().equals(shop.handle()))
        .filter(message -> message.to().equals(user.value()))
        .map(message -> message.messages().at("/0/text").asText())
        .map(text -> new Rendered("[{\"type\":\"text\",\"text\":\"" + text + "\"}]"))
        .toList();
  }

  @Override
  protected ReplyToken replyToken(ShopId shop) {
    String token = "0f3779fba3b349968c5d07db31eab56f";
    ObjectNode event = new ObjectMapper().createObjectNode();
    event.put("type", "message").put("replyToken", token);
    event.putObject("source").put("type", "user").put("userId", user.value());
    line.simulator.webhook(shop.handle(), List.of(event));
    return new ReplyToken(token);
  }

  @Override
  protected void answerNext(WireOutcome answer) {
    fail(
        answer instanceof WireOutcome.MonthlyLimit
            ? FaultKind.MONTHLY_LIMIT
            : FaultKind.RATE_LIMIT);
  }

  @Override
  protected void loseNextAnswer() {
    fail(FaultKind.TIMEOUT_AFTER_ACCEPT);
  }

  private void fail(FaultKind kind) {
    line.simulator.fault(kind, new FaultAmount.Count(1), 1);
  }
}
