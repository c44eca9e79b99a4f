package dev.musubi.local.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
  private static final String BOX = "{\"type\":\"box\",\"layout\":\"%s\",\"contents\":[%s]}";
  private Line line;

  @BeforeAll
  void start() {
    line = new Line();
  }

  @AfterAll
  void close() {
    line.close();
  }

  @Test
  void a_request_has_one_to_five_messages() {
    var one = "{\"type\":\"text\",\"text\":\"a\"}";
    assertComplaint(line.validate(), "messages", "Size must be between 1 and 5");
    assertComplaint(line.validate(one, one, one, one, one, one), "messages", "Size must be");
    assertThat(line.validate(one, one, one, one, one).status()).isEqualTo(200);
  }

  @Test
  void a_text_has_at_most_5000_utf_16_units() {
    assertThat(text("😀".repeat(2500)).status()).isEqualTo(200);
    assertComplaint(
        text("😀".repeat(2500) + "a"), "messages[0].text", "Length must be between 0 and 5000");
    assertComplaint(text(""), "messages[0].text", "May not be empty");
  }

  @Test
  void an_unknown_type_is_answered_with_the_known_ones() {
    assertComplaint(
        line.validate("{\"type\":\"poem\"}"),
        "messages[0].type",
        "Must be one of the following values: [text, ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'sticker','packageId':'1','stickerId':'2'}",
        "{'type':'textV2','text':'{a}','substitution':{'a':{'type':'emoji','productId':'1','emojiId':'2'}}}",
        "{'type':'image','originalContentUrl':'https://a.jp/a.jpg','previewImageUrl':'https://a.jp/b.jpg'}",
        "{'type':'video','originalContentUrl':'https://a.jp/a.mp4','previewImageUrl':'https://a.jp/b.jpg'}",
        "{'type':'audio','originalContentUrl':'https://a.jp/a.m4a','duration':1000}",
        "{'type':'location','title':'a','address':'b','latitude':35.6,'longitude':139.7}",
        "{'type':'coupon','couponId':'c'}",
        "{'type':'imagemap','baseUrl':'https://a.jp/m','altText':'a','baseSize':{'width':1040,'height':1040},'actions':[]}",
        "{'type':'template','altText':'a','template':{'type':'confirm','text':'ok?','actions':[{'type':'message','label':'y','text':'y'},{'type':'message','label':'n','text':'n'}]}}",
        "{'type':'template','altText':'a','template':{'type':'buttons','text':'ok?','actions':[{'type':'uri','label':'y','uri':'tel:0312345678'}]}}",
        "{'type':'text','text':'$','emojis':[{'index':0,'productId':'p','emojiId':'1'}],'quickReply':{'items':[{'type':'action','action':{'type':'camera','label':'c'}}]},'sender':{'name':'s'}}"
      })
  void every_type_of_message_is_taken(String message) {
    assertThat(line.validate(message.replace('\'', '"')).json()).isEqualTo(line.json("{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'image','originalContentUrl':'http://a.jp/a','previewImageUrl':'https://a.jp/b'}|messages[0].originalContentUrl|invalid uri scheme",
        "{'type':'image','originalContentUrl':'https://a.jp/画','previewImageUrl':'https://a.jp/b'}|messages[0].originalContentUrl|invalid uri",
        "{'type':'text','text':5}|messages[0].text|invalid property",
        "{'type':'text','text':'a','emojis':[{'index':0,'productId':'p','emojiId':'1'}]}|messages[0].emojis[0].index|invalid",
        "{'type':'text','text':'a','quickReply':{'items':[]}}|messages[0].quickReply.items|Size must be between 1 and 13",
        "{'type':'flex','altText':'a'}|messages[0].contents|must be specified",
        "{'type':'template','altText':'a','template':{'type':'confirm','text':'ok?','actions':[]}}|template/actions|size must be between 2 and 2"
      })
  void what_is_wrong_with_a_message_is_named(String message, String property, String complaint) {
    assertComplaint(line.validate(message.replace('\'', '"')), property, complaint);
  }

  @Test
  void an_alt_text_has_at_most_1500_characters() {
    var flex = "{\"type\":\"flex\",\"altText\":\"%s\",\"contents\":%s}";
    assertThat(line.validate(flex.formatted("a".repeat(1500), bubble(label("a")))).status())
        .isEqualTo(200);
    assertComplaint(
        line.validate(flex.formatted("a".repeat(1501), bubble(label("a")))),
        "messages[0].altText",
        "Length must be between 0 and 1500");
  }

  @Test
  void every_flex_element_is_taken_where_it_may_stand() {
    var image =
        "{'type':'image','url':'https://a.jp/a.jpg','size':'full','aspectRatio':'20:13','aspectMode':'cover'}";
    var baseline =
        BOX.formatted(
            "baseline",
            "{'type':'icon','url':'https://a.jp/i.png','size':'sm'},"
                + "{'type':'text','text':'a','flex':0},{'type':'filler'}");
    var spans =
        "{'type':'text','contents':[{'type':'span','text':'a','color':'#ff0000'}],'wrap':true}";
    var body =
        BOX.formatted(
            "vertical",
            String.join(
                ",", image, baseline, spans, "{'type':'separator','margin':'md'}", button("uri")));
    var video =
        "{'type':'video','url':'https://a.jp/v.mp4','previewUrl':'https://a.jp/v.jpg','altContent':"
            + image
            + ",'aspectRatio':'20:13'}";
    var bubble =
        "{'type':'bubble','size':'mega','hero':%s,'body':%s,'styles':{'body':{'separator':true}}}";

    assertThat(line.flex(bubble.formatted(video, body).replace('\'', '"')).json())
        .isEqualTo(line.json("{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'text'}|/body/contents/0/text|must be specified",
        "{'type':'text','text':''}|/body/contents/0/text|must be non-empty text",
        "{'type':'text','text':'a','color':'#444'}|/body/contents/0/color|invalid property",
        "{'type':'text','text':'a','size':'huge'}|/body/contents/0/size|invalid property",
        "{'type':'text','text':'a','wrap':'yes'}|/body/contents/0/wrap|invalid property",
        "{'type':'text','text':'a','bold':true}|/body/contents/0/bold|unknown field",
        "{'type':'spacer'}|/body/contents/0|invalid property",
        "{'type':'span','text':'a'}|/body/contents/0|invalid property",
        "{'type':'icon','url':'https://a.jp/i.png'}|/body/contents/0|invalid property",
        "{'type':'button'}|/body/contents/0/action|must be specified",
        "{'type':'button','action':{'type':'uri','uri':'https://a.jp'}}|/body/contents/0/action/label|must be specified",
        "{'type':'button','action':{'type':'uri','label':'a','uri':'ftp://a.jp'}}|/body/contents/0/action/uri|invalid uri scheme",
        "{'type':'button','action':{'type':'fly','label':'a'}}|/body/contents/0/action/type|invalid property",
        "{'type':'button','action':{'type':'camera','label':'a'}}|/body/contents/0/action/type|invalid property",
        "{'type':'image','url':'http://a.jp/a.jpg'}|/body/contents/0/url|invalid uri scheme",
        "{'type':'image','url':'https://a.jp/a.jpg','aspectRatio':'1:4'}|/body/contents/0/aspectRatio|invalid property",
        "{'type':'box','layout':'diagonal','contents':[]}|/body/contents/0/layout|invalid property",
        "{'type':'box','contents':[]}|/body/contents/0/layout|must be specified",
        "{'type':'box','layout':'baseline','contents':[{'type':'separator'}]}|/body/contents/0/contents/0|invalid property",
        "{'type':'box','layout':'vertical','contents':[],'background':{'type':'linearGradient'}}|/body/contents/0/background/angle|must be specified"
      })
  void what_is_wrong_in_a_bubble_is_named_by_its_place(
      String element, String property, String complaint) {
    var reply = line.flex(bubble(element.replace('\'', '"')));

    assertThat(reply.message()).isEqualTo("A message (messages[0]) in the request body is invalid");
    assertComplaint(reply, property, complaint);
  }

  @Test
  void a_button_label_has_at_most_40_graphemes() {
    var family = "👨‍👩‍👧";
    assertThat(line.flex(bubble(labelled(family.repeat(40)))).status()).isEqualTo(200);
    assertComplaint(
        line.flex(bubble(labelled("a".repeat(41)))), "/body/contents/0/action/label", "size");
  }

  @Test
  void a_uri_has_at_most_1000_and_an_image_address_2000_characters() {
    var uri = "{\"type\":\"button\",\"action\":{\"type\":\"uri\",\"label\":\"a\",\"uri\":\"%s\"}}";
    var image = "{\"type\":\"image\",\"url\":\"%s\"}";
    assertThat(line.flex(bubble(uri.formatted(address(1000)))).status()).isEqualTo(200);
    assertThat(line.flex(bubble(image.formatted(address(2000)))).status()).isEqualTo(200);
    assertComplaint(
        line.flex(bubble(uri.formatted(address(1001)))), "/body/contents/0/action/uri", "1000");
    assertComplaint(
        line.flex(bubble(image.formatted(address(2001)))), "/body/contents/0/url", "2000");
  }

  @Test
  void a_bubble_without_a_block_is_refused() {
    assertComplaint(
        line.flex("{\"type\":\"bubble\"}"), "/", "At least one block must be specified");
  }

  @Test
  void a_bubble_has_at_most_30_kb_and_a_carousel_50() {
    var large = bubble(label("a".repeat(29 * 1024)));
    assertThat(line.flex(large).status()).isEqualTo(200);
    assertComplaint(line.flex(bubble(label("a".repeat(30 * 1024)))), "/", "Too large");
    assertComplaint(line.flex(carousel(large, large)), "/", "Too large");
  }

  @Test
  void a_carousel_has_one_to_twelve_bubbles_of_one_width() {
    assertThat(line.flex(carousel(bubbles(12))).status()).isEqualTo(200);
    assertComplaint(line.flex(carousel(bubbles(13))), "/contents", "size must be between 1 and 12");
    assertComplaint(line.flex(carousel()), "/contents", "size");
    var micro = bubble(label("a")).replace("\"bubble\"", "\"bubble\",\"size\":\"micro\"");
    assertComplaint(line.flex(carousel(bubble(label("a")), micro)), "/contents/1/size", "invalid");
  }

  @Test
  void a_place_in_a_carousel_names_its_bubble() {
    assertComplaint(
        line.flex(carousel(bubble(label("a")), bubble(label("")))),
        "/contents/1/body/contents/0/text",
        "must be non-empty text");
  }

  private void assertComplaint(Line.Reply reply, String property, String complaint) {
    assertThat(reply.status()).isEqualTo(400);
    var details = reply.json().path("details").valueStream().toList();
    assertThat(details)
        .anySatisfy(
            detail -> {
              assertThat(detail.path("property").asText()).isEqualTo(property);
              assertThat(detail.path("message").asText()).contains(complaint);
            });
  }

  private Line.Reply text(String text) {
    return line.validate("{\"type\":\"text\",\"text\":\"" + text + "\"}");
  }

  private static String bubble(String element) {
    return "{\"type\":\"bubble\",\"body\":" + BOX.formatted("vertical", element) + "}";
  }

  private static String carousel(String... bubbles) {
    return "{\"type\":\"carousel\",\"contents\":[" + String.join(",", bubbles) + "]}";
  }

  private static String[] bubbles(int count) {
    return IntStream.range(0, count).mapToObj(i -> bubble(label("b" + i))).toArray(String[]::new);
  }

  private static String label(String text) {
    return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
  }

  private static String labelled(String label) {
    return "{\"type\":\"button\",\"action\":{\"type\":\"postback\",\"label\":\"%s\",\"data\":\"d\"}}"
        .formatted(label);
  }

  private static String button(String type) {
    return "{'type':'button','style':'primary','action':{'type':'%s','label':'a','uri':'https://a.jp'}}"
        .formatted(type);
  }

  private static String address(int length) {
    var start = "https://a.jp/";
    return IntStream.range(0, length - start.length())
        .mapToObj(i -> "a")
        .collect(Collectors.joining("", start, ""));
  }
}
