package dev.musubi.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.musubi.core.shop.Complaint;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.OwnTemplate;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.TemplateVersion;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.flex.TemplateProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates that shops write themselves. */
class OwnTemplateFuzzTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TemplateVersion VERSION =
      new TemplateVersion(Kind.CART, Language.EN, 1, true);
  private static final TemplateProof PROOF = new TemplateProof(new FlexRenderer(OwnTemplates.NONE));

  static Stream<Arguments> templates() throws IOException {
    Path ready = Corpus.ROOT.resolve("shared/flex/src/main/resources/dev/musubi/flex/templates");
    try (Stream<Path> files = Files.walk(ready)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      return Corpus.each(
          Stream.concat(
              all.stream().map(OwnTemplateFuzzTest::bytes),
              Stream.of("[{\"if\":1}]", "[{\"each\":{\"each\":\"{first}\"}}]").map(Corpus::utf8)));
    }
  }

  @MethodSource("templates")
  @FuzzTest
  void a_template_is_proven_within_lines_limits_or_refused_in_sentences(byte[] template)
      throws IOException {
    switch (PROOF.of(new OwnTemplate(VERSION, Corpus.text(template)))) {
      case TemplateProof.Outcome.Good(List<Rendered> samples) -> {
        for (Rendered sample : samples) {
          JsonNode messages = JSON.readTree(sample.messages());
          assertThat(messages.isArray()).isTrue();
          assertThat(messages.size()).isBetween(1, 5);
        }
      }
      case TemplateProof.Outcome.Refused(List<Complaint> complaints) ->
          assertThat(complaints)
              .isNotEmpty()
              .allSatisfy(complaint -> assertThat(complaint.english()).isNotBlank());
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
