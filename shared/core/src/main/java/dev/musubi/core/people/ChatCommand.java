package dev.musubi.core.people;

import dev.musubi.core.shop.Kind;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * What a button in the chat asks for; its {@link #data()} is a LINE postback's data, written by
 * templates and rich menus and read from webhooks.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#postback-action">Postback
 *     action</a>
 */
public sealed interface ChatCommand
    permits ChatCommand.Link,
        ChatCommand.AskToUnlink,
        ChatCommand.Unlink,
        ChatCommand.Preferences,
        ChatCommand.Why,
        Wish {

  /** At most 300 characters, the same for ever: buttons stay in chats for years. */
  String data();

  /** The command of a postback, if it is one of ours. */
  static Optional<ChatCommand> parse(String data) {
    int query = data.indexOf('?');
    String value = data.substring(data.indexOf('=', Math.max(0, query)) + 1);
    return switch (query < 0 ? data : data.substring(0, data.length() - value.length())) {
      case "musubi:link?from=" -> route(value).map(Link::new);
      case "musubi:unlink" -> Optional.of(new Unlink());
      case "musubi:unlink-ask" -> Optional.of(new AskToUnlink());
      case "musubi:preferences" -> Optional.of(new Preferences());
      case "musubi:stop-promotional" -> Optional.of(new PreferPromotional(false));
      case "musubi:resume-promotional" -> Optional.of(new PreferPromotional(true));
      case "musubi:pause" -> Optional.of(new Pause(true));
      case "musubi:unpause" -> Optional.of(new Pause(false));
      case "musubi:why?kind=" -> kind(value).map(Why::new);
      case "musubi:stop?kind=" -> kind(value).map(kind -> new Prefer(kind, false));
      case "musubi:resume?kind=" -> kind(value).map(kind -> new Prefer(kind, true));
      default -> Optional.empty();
    };
  }

  record Link(EntryRoute from) implements ChatCommand {
    public Link {
      Objects.requireNonNull(from, "'from' must not be null");
    }

    @Override
    public String data() {
      return "musubi:link?from=" + word(from);
    }
  }

  record Unlink() implements ChatCommand {
    @Override
    public String data() {
      return "musubi:unlink";
    }
  }

  /** No more messages of that kind, or again. */
  record Prefer(Kind kind, boolean on) implements Wish {
    public Prefer {
      Objects.requireNonNull(kind, "'kind' must not be null");
    }

    @Override
    public String data() {
      return (on ? "musubi:resume?kind=" : "musubi:stop?kind=") + kind;
    }
  }

  /** Nothing promotional any more, whatever kinds there are or come, or again. */
  record PreferPromotional(boolean on) implements Wish {

    @Override
    public String data() {
      return on ? "musubi:resume-promotional" : "musubi:stop-promotional";
    }
  }

  /** Nothing but what concerns an order for a month, or the end of that. */
  record Pause(boolean on) implements Wish {

    @Override
    public String data() {
      return on ? "musubi:pause" : "musubi:unpause";
    }
  }

  /** Shows what can be chosen. */
  record Preferences() implements ChatCommand {

    @Override
    public String data() {
      return "musubi:preferences";
    }
  }

  /** Why a message of that kind came. */
  record Why(Kind kind) implements ChatCommand {

    public Why {
      Objects.requireNonNull(kind, "'kind' must not be null");
    }

    @Override
    public String data() {
      return "musubi:why?kind=" + kind;
    }
  }

  /** Asks back before the link ends. */
  record AskToUnlink() implements ChatCommand {

    @Override
    public String data() {
      return "musubi:unlink-ask";
    }
  }

  private static String word(EntryRoute route) {
    return switch (route) {
      case GREETING -> "greeting";
      case RICH_MENU -> "menu";
      case CHAT -> "chat";
    };
  }

  private static Optional<EntryRoute> route(String word) {
    return Arrays.stream(EntryRoute.values()).filter(r -> word(r).equals(word)).findFirst();
  }

  private static Optional<Kind> kind(String name) {
    return Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(name)).findFirst();
  }
}
