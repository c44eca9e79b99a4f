package dev.musubi.local.world.acts;

import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.local.line.Act;
import dev.musubi.local.shopify.storefront.ProxyAnswer;
import dev.musubi.local.world.web.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole account link, step by step through the real addresses. A page on the way is taken with
 * its one button; whatever else stands in the way ends the act with what it was.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/linking-accounts/">Linking
 *     accounts</a>
 */
final class LinkAct {
  private static final List<String> BUTTONS =
      List.of(
          new ChatCommand.Link(EntryRoute.RICH_MENU).data(),
          new ChatCommand.Link(EntryRoute.GREETING).data(),
          new ChatCommand.Link(EntryRoute.CHAT).data());
  private static final String WORD = "連携";
  private static final int MOST_PAGES = 3;

  private final Chat chat;
  private final Browser browser;
  private final List<String> steps = new ArrayList<>();

  LinkAct(Chat chat, Browser browser) {
    this.chat = chat;
    this.browser = browser;
  }

  /** What happened, one line a step. */
  List<String> carryOut() throws InterruptedException {
    int before = chat.length();
    Accepted.by(ask());
    URI start =
        chat.address(before, "linkToken=")
            .orElseThrow(
                () ->
                    new Problem(
                        502, "The account did not answer the wish to link; see its messages."));
    steps.add("the account replied with the shop's address");
    URI dialog = dialog(browser.open(start));
    Accepted.by(chat.person().approveAccountLink(dialog));
    steps.add("confirmed in LINE's dialog; LINE told the product");
    return steps;
  }

  private Act ask() throws InterruptedException {
    Optional<Act> tapped = chat.tapFirstWhenThere(BUTTONS);
    steps.add(tapped.isPresent() ? "tapped the button to link" : "wrote " + WORD);
    return tapped.orElseGet(() -> chat.person().say(WORD));
  }

  private URI dialog(ProxyAnswer first) {
    ProxyAnswer answer = first;
    for (int page = 0; page < MOST_PAGES; page++) {
      if (answer.status() / 100 == 3) {
        steps.add("the shop, logged in, led on to LINE's dialog");
        return URI.create(answer.header("location").orElseThrow());
      }
      ProxyAnswer shown = answer;
      answer =
          browser
              .press(shown)
              .filter(next -> shown.status() == 200)
              .orElseThrow(() -> stuck(shown));
      steps.add("went on from the page: " + Browser.title(shown));
    }
    throw stuck(answer);
  }

  private static Problem stuck(ProxyAnswer page) {
    return new Problem(
        502,
        "The way to LINE's dialog ended at the shop with status %d: %s."
            .formatted(page.status(), Browser.title(page)));
  }
}
