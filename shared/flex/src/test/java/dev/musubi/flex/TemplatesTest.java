package dev.musubi.flex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {
  private static final ObjectMapper LINE = ModelObjectMapper.createNewObjectMapper();
  private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final FlexRenderer renderer = new FlexRenderer(OwnTemplates.NONE);

  @ParameterizedTest
  @EnumSource
  void every_message_is_within_LINEs_limits(Language language) {
    assertThat(kinds(language)).allSatisfy(m -> assertThat(FlexLimits.check(m)).isEmpty());
    assertThat(replies(language)).allSatisfy(m -> assertThat(FlexLimits.check(m)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void LINE_Bot_SDK_knows_every_property_of_every_message(Language language) throws IOException {
    List<Rendered> all = new ArrayList<>(kinds(language));
    all.addAll(replies(language));
    for (Rendered rendered : all) {
      List<Message> models = LINE.readValue(rendered.messages(), MESSAGES);
      String back = LINE.writerFor(MESSAGES).writeValueAsString(models);
      assertThat(JSON.readTree(back)).isEqualTo(JSON.readTree(rendered.messages()));
    }
  }

  /**
   * A retry must send the same bytes: whoever wants other bytes writes a template of a new number.
   */
  @ParameterizedTest
  @EnumSource
  void a_template_that_was_ever_sent_never_changes(Language language) throws IOException {
    for (Kind kind : Kind.values()) {
      for (int number = 1; number <= renderer.newest(kind, language).number(); number++) {
        String name = kind + "-" + language.tag() + "-" + number + ".json";
        String rendered =
            renderer.render(Content.SHOP, Content.of(kind, language, number, 2)).messages();
        assertThat(rendered + "\n").isEqualTo(Files.readString(GOLDEN.resolve(name)));
      }
    }
  }

  @Test
  void there_is_a_golden_file_for_every_version() throws IOException {
    int versions = 0;
    for (Language language : Language.values()) {
      for (Kind kind : Kind.values()) {
        versions += renderer.newest(kind, language).number();
      }
    }
    try (var files = Files.list(GOLDEN)) {
      assertThat(files).hasSize(versions);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_button_is_a_command_that_the_webhook_understands(Language language)
      throws IOException {
    List<Rendered> all = new ArrayList<>(kinds(language));
    all.addAll(replies(language));
    for (Rendered rendered : all) {
      for (JsonNode data : JSON.readTree(rendered.messages()).findValues("data")) {
        assertThat(ChatCommand.parse(data.textValue())).as(data.textValue()).isPresent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_product_can_be_opened_and_the_messages_stopped(Language language) {
    String two = renderer.render(Content.SHOP, Content.browse(language, 1, 2)).messages();
    assertThat(two).contains("\"uri\":\"https://tea.example/products/sencha-1?utm_source=line\"");
    assertThat(two).contains("\"uri\":\"https://tea.example/products/sencha-2?utm_source=line\"");
    assertThat(two).contains(new ChatCommand.Prefer(Kind.BROWSE, false).data());
  }

  @ParameterizedTest
  @EnumSource
  void each_reply_offers_what_follows_from_it(Language language) {
    assertThat(reply(Reply.GREETING, language))
        .contains(new ChatCommand.Link(EntryRoute.GREETING).data());
    assertThat(reply(Reply.LINK_OFFER, language)).contains(Content.reply().get("url"));
    assertThat(reply(Reply.ALREADY_LINKED, language))
        .contains(Content.reply().get("url"), new ChatCommand.Unlink().data());
    assertThat(reply(Reply.LINK_EXPIRED, language))
        .contains(new ChatCommand.Link(EntryRoute.CHAT).data());
    assertThat(reply(Reply.STOPPED, language))
        .contains(new ChatCommand.Prefer(Kind.BROWSE, true).data());
  }

  @Test
  void who_is_about_to_link_or_has_linked_is_told_how_to_undo_it() {
    for (Reply reply : List.of(Reply.LINK_OFFER, Reply.THANKS)) {
      assertThat(reply(reply, Language.JA)).contains("いつでも", "「連携解除」");
      assertThat(reply(reply, Language.EN)).contains("at any time", "“unlink”");
    }
  }

  private List<Rendered> kinds(Language language) {
    List<Rendered> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int number = 1; number <= renderer.newest(kind, language).number(); number++) {
        for (int products : new int[] {1, 2, 10}) {
          all.add(renderer.render(Content.SHOP, Content.of(kind, language, number, products)));
        }
        all.add(renderer.render(Content.SHOP, Content.longest(kind, language, number)));
      }
    }
    return all;
  }

  private List<Rendered> replies(Language language) {
    List<Rendered> all = new ArrayList<>();
    for (Reply reply : Reply.values()) {
      all.add(new Rendered(reply(reply, language)));
    }
    return all;
  }

  private String reply(Reply reply, Language language) {
    return renderer.reply(reply, language, new TreeMap<>(Content.reply())).messages();
  }
}
