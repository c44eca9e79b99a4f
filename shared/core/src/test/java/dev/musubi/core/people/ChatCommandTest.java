package dev.musubi.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatCommandTest {

  @ParameterizedTest
  @CsvSource({
    "musubi:link?from=menu, RICH_MENU",
    "musubi:link?from=greeting, GREETING",
    "musubi:link?from=chat, CHAT"
  })
  void a_link_names_where_it_was_asked_for(String data, EntryRoute route) {
    assertThat(ChatCommand.parse(data)).contains(new ChatCommand.Link(route));
    assertThat(new ChatCommand.Link(route).data()).isEqualTo(data);
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_can_be_stopped_and_resumed(Kind kind) {
    for (boolean on : new boolean[] {true, false}) {
      ChatCommand command = new ChatCommand.Prefer(kind, on);
      assertThat(ChatCommand.parse(command.data())).contains(command);
    }
    assertThat(new ChatCommand.Prefer(kind, false).data()).isEqualTo("musubi:stop?kind=" + kind);
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_can_be_asked_why_it_came(Kind kind) {
    assertThat(ChatCommand.parse("musubi:why?kind=" + kind)).contains(new ChatCommand.Why(kind));
  }

  @Test
  void what_a_button_carries_is_read_back_and_fits_into_a_postback() {
    List<ChatCommand> commands =
        List.of(
            new ChatCommand.AskToUnlink(),
            new ChatCommand.Preferences(),
            new ChatCommand.PreferPromotional(true),
            new ChatCommand.PreferPromotional(false),
            new ChatCommand.Pause(true),
            new ChatCommand.Pause(false),
            new ChatCommand.Why(Kind.SHIPPING));
    for (ChatCommand command : commands) {
      assertThat(ChatCommand.parse(command.data())).contains(command);
      assertThat(command.data()).hasSizeLessThanOrEqualTo(300).doesNotContainPattern("[0-9]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "musubi:unlink")
  void unlinking_needs_nothing_more(String data) {
    assertThat(ChatCommand.parse(data)).contains(new ChatCommand.Unlink());
    assertThat(new ChatCommand.Unlink().data()).isEqualTo(data);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "=",
        "musubi:link",
        "musubi:link?from=",
        "musubi:link?from=Menu",
        "musubi:link?from=menu&x=1",
        "musubi:unlink?x=1",
        "musubi:pause?x=1",
        "musubi:why",
        "musubi:why?kind=",
        "musubi:stop?kind=CATS",
        "musubi:stop?kind=BROWSE ",
        "action=buy&item=1"
      })
  void what_is_not_ours_is_no_command(String data) {
    assertThat(ChatCommand.parse(data)).isEmpty();
  }
}
