package dev.musubi.testkit.contracts;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Rendered;
import dev.musubi.testkit.memory.MemorySender;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

class MemorySenderTest extends SenderContract {

  private MemorySender sender;

  @Override
  protected Sender empty(InstantSource clock, List<ShopId> shops, LineUserId friend) {
    sender = new MemorySender(clock);
    return sender;
  }

  @Override
  protected List<Rendered> arrived(ShopId shop) {
    return Stream.concat(
            sender.arrived().stream()
                .filter(one -> one.shop().equals(shop))
                .map(MemorySender.Arrived::message),
            sender.replies().stream()
                .filter(one -> one.shop().equals(shop))
                .map(MemorySender.Replied::message))
        .toList();
  }

  @Override
  protected ReplyToken replyToken(ShopId shop) {
    return new ReplyToken("0f3779fba3b349968c5d07db31eab56f");
  }

  @Override
  protected void answerNext(WireOutcome answer) {
    sender.answers(answer);
  }

  @Override
  protected void loseNextAnswer() {
    sender.acceptsButAnswers(new WireOutcome.Unclear("lost"));
  }
}
