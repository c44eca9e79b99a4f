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
public sealed interface ChatCommand {

  /** At most 300 characters, the same for ever: buttons stay in chats for years. */
  String data();

  /** The command of a postback, if it is one of ours. */
  static Optional<ChatCommand> parse(String data) {
    int query = data.indexOf('?');
    String value = data.substring(data.indexOf('=', Math.max(0, query)) + 1);
    return switch (query < 0 ? data : data.substring(0, data.length() - value.length())) {
      case "musubi:link?from=" -> route(value).map(Link::new);
      case "musubi:unlink" -> Optional.of(new Unlink());
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
  record Prefer(Kind kind, boolean on) implements ChatCommand {
    public Prefer {
      Objects.requireNonNull(kind, "'kind' must not be null");
    }

    @Override
    public String data() {
      return (on ? "musubi:resume?kind=" : "musubi:stop?kind=") + kind;
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
