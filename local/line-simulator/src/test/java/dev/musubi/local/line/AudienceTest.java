package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.TARO;
import static dev.musubi.local.line.Line.YUKI;
import static dev.musubi.local.line.Line.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudienceTest {
  private static final String UPLOAD = "/v2/bot/audienceGroup/upload";
  private final Line line = new Line();

  @BeforeEach
  void befriend() {
    line.simulator.befriend(SHOP, YUKI);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void an_audience_is_ready_a_little_after_its_upload() {
    var id = create("冬", HANA);
    assertThat(status(id)).isEqualTo("IN_PROGRESS");
    assertThat(narrowcast(audience(id)).message()).isEqualTo("Invalid audience group id: " + id);

    line.clock.forward(Audiences.WORK);

    assertThat(status(id)).isEqualTo("READY");
    assertThat(line.get("/v2/bot/audienceGroup/" + id).json().at("/jobs/0/jobStatus").asText())
        .isEqualTo("FINISHED");
  }

  @Test
  void a_narrowcast_reaches_the_friends_of_an_audience() {
    var id = ready(HANA, TARO);

    assertThat(narrowcast(audience(id)).status()).isEqualTo(202);

    assertThat(line.simulator.messages()).extracting(TakenMessage::to).containsExactly(HANA);
  }

  @Test
  void recipients_are_combined_by_and_or_and_not() {
    var hana = audience(ready(HANA));
    var both = audience(ready(HANA, YUKI));

    var others = "{\"type\":\"operator\",\"not\":%s}".formatted(hana);
    narrowcast("{\"type\":\"operator\",\"and\":[%s,%s]}".formatted(both, others));
    narrowcast("{\"type\":\"operator\",\"or\":[%s,%s]}".formatted(hana, others));

    assertThat(line.simulator.messages())
        .extracting(TakenMessage::to)
        .containsExactly(YUKI, HANA, YUKI);
  }

  @Test
  void a_narrowcast_can_be_sent_again_to_the_people_of_an_earlier_one() {
    var first = narrowcast(audience(ready(YUKI))).header("x-line-request-id").orElseThrow();
    var again = "{\"type\":\"redelivery\",\"requestId\":\"%s\"}".formatted(first);
    assertThat(narrowcast(again).message()).isEqualTo("Invalid request id: " + first);

    line.clock.forward(Duration.ofMinutes(1));
    narrowcast(again);

    assertThat(line.simulator.messages()).extracting(TakenMessage::to).containsExactly(YUKI, YUKI);
  }

  @Test
  void a_demographic_filter_needs_a_hundred_friends() {
    var body =
        "{%s,\"filter\":{\"demographic\":{\"type\":\"gender\",\"oneOf\":[\"female\"]}}}"
            .formatted(texts("a"));

    var refused = line.post("/v2/bot/message/narrowcast", body);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message()).isEqualTo("Your account does not have enough friends");
  }

  @Test
  void a_narrowcast_binds_quota_for_all_friends_until_it_is_done() {
    line.simulator.monthlyLimit(SHOP, OptionalLong.of(2));
    narrowcast(audience(ready(HANA)));

    var over = line.push(HANA, "a");
    assertThat(over.status()).isEqualTo(429);
    assertThat(over.message()).isEqualTo("You have reached your monthly limit.");

    line.clock.forward(Duration.ofMinutes(1));
    assertThat(line.push(HANA, "a").status()).isEqualTo(200);
  }

  @Test
  void the_accounts_manager_can_bind_quota_for_a_while() {
    line.simulator.monthlyLimit(SHOP, OptionalLong.of(5));
    line.simulator.reserveQuota(SHOP, 5, Duration.ofMinutes(10));
    assertThat(line.push(HANA, "a").status()).isEqualTo(429);

    line.clock.forward(Duration.ofMinutes(10));

    assertThat(line.push(HANA, "a").status()).isEqualTo(200);
  }

  @Test
  void a_narrowcast_can_be_limited_to_what_the_month_has_left() {
    line.simulator.monthlyLimit(SHOP, OptionalLong.of(1));
    assertThat(limited("{\"max\":2}").status()).isEqualTo(429);
    assertThat(limited("{\"forbidPartialDelivery\":true}").message())
        .isEqualTo("The option forbidPartialDelivery must be used with upToRemainingQuota.");

    var whole = limited("{\"upToRemainingQuota\":true,\"forbidPartialDelivery\":true}");
    line.clock.forward(Duration.ofMinutes(1));
    assertThat(progress(whole).json().path("errorCode").asInt()).isEqualTo(5);
    assertThat(line.simulator.messages()).isEmpty();

    assertThat(limited("{\"upToRemainingQuota\":true}").status()).isEqualTo(202);
    assertThat(line.simulator.messages()).hasSize(1);
  }

  @Test
  void ids_are_added_by_json_and_by_file_and_never_taken_out() {
    var id = create("冬", HANA);
    var more = "{\"audienceGroupId\":%s,\"audiences\":[{\"id\":\"%s\"}]}".formatted(id, TARO);

    assertThat(line.put(UPLOAD, more).status()).isEqualTo(202);
    assertThat(file("PUT", "audienceGroupId", id, YUKI + "\n" + HANA).status()).isEqualTo(202);

    var group = line.get("/v2/bot/audienceGroup/" + id).json();
    assertThat(group.at("/audienceGroup/audienceCount").asInt()).isEqualTo(3);
    assertThat(group.path("jobs")).hasSize(3);
    assertThat(file("POST", "description", "file", HANA).status()).isEqualTo(202);
  }

  @Test
  void one_id_that_is_nobodys_fails_the_whole_upload() {
    var refused = line.post(UPLOAD, upload("冬", HANA, Line.NOBODY));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/details/0/message").asText())
        .isEqualTo("UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT");
    assertThat(list("page=1").json().path("totalCount").asInt()).isZero();
  }

  @Test
  void a_name_has_1_to_120_characters() {
    var refused = line.post(UPLOAD, upload("冬".repeat(121), HANA));
    assertThat(refused.message()).isEqualTo("size over audienceGroupName");
    assertThat(line.post(UPLOAD, upload(" ", HANA)).status()).isEqualTo(400);
  }

  @Test
  void audiences_are_listed_renamed_and_deleted() {
    var winter = create("Winter", HANA);
    create("summer", HANA);
    line.put(
        "/v2/bot/audienceGroup/%s/updateDescription".formatted(winter),
        "{\"description\":\"Snow\"}");

    assertThat(list("page=1&size=1").json().path("hasNextPage").asBoolean()).isTrue();
    assertThat(list("page=1&description=SNO").json().at("/audienceGroups/0/description").asText())
        .isEqualTo("Snow");
    assertThat(list("size=1").status()).isEqualTo(400);
    assertThat(list("page=1&size=41").status()).isEqualTo(400);
    assertThat(line.delete("/v2/bot/audienceGroup/" + winter).status()).isEqualTo(200);
    assertThat(line.get("/v2/bot/audienceGroup/" + winter).message())
        .isEqualTo("audience group not found");
  }

  @Test
  void an_audience_ends_after_180_days() {
    var id = create("冬", HANA);

    line.clock.forward(Duration.ofDays(180));
    line.newToken();

    assertThat(status(id)).isEqualTo("EXPIRED");
  }

  private Line.Reply narrowcast(String recipient) {
    return line.post(
        "/v2/bot/message/narrowcast", "{%s,\"recipient\":%s}".formatted(texts("a"), recipient));
  }

  private Line.Reply limited(String limit) {
    return line.post(
        "/v2/bot/message/narrowcast", "{%s,\"limit\":%s}".formatted(texts("a"), limit));
  }

  private Line.Reply progress(Line.Reply sent) {
    return line.get(
        "/v2/bot/message/progress/narrowcast?requestId="
            + sent.header("x-line-request-id").orElseThrow());
  }

  private static String audience(String id) {
    return "{\"type\":\"audience\",\"audienceGroupId\":%s}".formatted(id);
  }

  private String ready(String... userIds) {
    var id = create("a", userIds);
    line.clock.forward(Audiences.WORK);
    return id;
  }

  private String create(String name, String... userIds) {
    return line.post(UPLOAD, upload(name, userIds)).json().path("audienceGroupId").asText();
  }

  private static String upload(String name, String... userIds) {
    return "{\"description\":\"%s\",\"audiences\":[{\"id\":\"%s\"}]}"
        .formatted(name, String.join("\"},{\"id\":\"", userIds));
  }

  private String status(String id) {
    return line.get("/v2/bot/audienceGroup/" + id).json().at("/audienceGroup/status").asText();
  }

  private Line.Reply list(String query) {
    return line.get("/v2/bot/audienceGroup/list?" + query);
  }

  private Line.Reply file(String method, String field, String value, String lines) {
    var body =
        """
        --edge\r
        Content-Disposition: form-data; name="%s"\r
        \r
        %s\r
        --edge\r
        Content-Disposition: form-data; name="file"; filename="ids.txt"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --edge--\r
        """
            .formatted(field, value, lines);
    return line.send(
        line.request(UPLOAD + "/byFile")
            .header("content-type", "multipart/form-data; boundary=edge")
            .method(method, BodyPublishers.ofString(body)));
  }
}
