package dev.musubi.fuzz;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.musubi.core.shop.Complaint;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.SettingsDraft;
import dev.musubi.settings.SettingsDoor;
import dev.musubi.wire.MalformedJson;
import dev.musubi.wire.SettingsCodec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsFuzzTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SettingsCodec CODEC = new SettingsCodec();
  private static final String DOCUMENT = CODEC.write(Settings.defaults());
  private static final Town<UnaryOperator<Map<String, Object>>> TOWN =
      new Town<>(SettingsDoor::over);

  static Stream<Arguments> documents() {
    return Corpus.each(
        Stream.of(
                DOCUMENT,
                "{\"timeZone\":\"Asia/Tokyo\",\"quietHours\":{\"from\":\"22:00\",\"to\":\"07:00\"}}",
                "{\"contactBudget\":null,\"kinds\":{\"BROWSE\":{\"at\":\"18:00\"}}}",
                "{\"kinds\":{\"CART\":{\"leastValue\":1e999}}}")
            .map(Corpus::utf8));
  }

  static Stream<Arguments> requests() {
    return Corpus.each(
        Stream.of(
                "{\"shop\":\"hanamichi-tea\",\"settings\":" + DOCUMENT + "}",
                "{\"shop\":\"new-shop\",\"storefront\":{\"name\":\"New\",\"origin\":"
                    + "\"https://new.example\",\"proxyPath\":\"/apps/line\",\"currency\":\"JPY\","
                    + "\"lineBasicId\":\"@new\"}}",
                "{\"shop\":\"kyoto-tea\",\"operation\":\"export\",\"customer\":\"1\"}",
                "{\"shop\":\"kyoto-tea\",\"operation\":\"counts\",\"day\":\"2026-03-01\"}")
            .map(Corpus::utf8));
  }

  @MethodSource("documents")
  @FuzzTest
  void a_document_is_taken_whole_and_reads_back_or_is_refused_in_sentences(byte[] document) {
    Optional<Map<String, Object>> read = read(document);
    if (read.isEmpty()) {
      return;
    }
    switch (new SettingsDraft(read.get()).over(Settings.defaults())) {
      case SettingsDraft.Outcome.Accepted(Settings settings) ->
          assertThat(CODEC.read(CODEC.write(settings))).isEqualTo(settings);
      case SettingsDraft.Outcome.Refused(List<Complaint> complaints) ->
          assertThat(complaints)
              .isNotEmpty()
              .allSatisfy(
                  complaint -> {
                    assertThat(complaint.japanese()).isNotBlank();
                    assertThat(complaint.english()).isNotBlank();
                  });
    }
  }

  @MethodSource("documents")
  @FuzzTest
  void what_is_stored_reads_back_or_is_refused_by_its_path(byte[] document) {
    try {
      Settings settings = CODEC.read(Corpus.text(document));
      assertThat(CODEC.read(CODEC.write(settings))).isEqualTo(settings);
    } catch (MalformedJson refused) {
      assertThat(refused).message().isNotBlank();
    }
  }

  @MethodSource("requests")
  @FuzzTest
  void a_request_of_the_operators_gets_an_answer_or_sentences(byte[] request) {
    read(request)
        .ifPresent(
            asked -> {
              Map<String, Object> answer = TOWN.door().apply(asked);
              assertThat(answer).isNotEmpty();
              assertThat(TOWN.stores().shops().find(HANAMICHI.id())).isPresent();
            });
  }

  private static Optional<Map<String, Object>> read(byte[] json) {
    try {
      return Optional.ofNullable(JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
    } catch (IOException notAnObject) {
      return Optional.empty();
    }
  }
}
