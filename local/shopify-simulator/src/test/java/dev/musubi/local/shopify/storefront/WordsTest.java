package dev.musubi.local.shopify.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void both_languages_have_words_for_the_same_things() {
    assertThat(Words.in(true).all().stringPropertyNames())
        .isEqualTo(Words.in(false).all().stringPropertyNames());
  }

  @Test
  void a_thing_without_words_is_an_error() {
    assertThatThrownBy(() -> Words.in(true).of("nonsense"))
        .hasMessage("there are no words for nonsense");
  }
}
