package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.musubi.core.shop.ShopId;
import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void the_scene_is_played_before_the_snapshot_and_not_at_once() {
    List<String> played = new ArrayList<>();
    Rehearsal rehearsal = Rehearsal.beforeSnapshot(() -> played.add("scene"));
    assertThat(played).isEmpty();

    rehearsal.beforeCheckpoint(Core.getGlobalContext());

    assertThat(played).containsExactly("scene");
  }

  @Test
  void a_scene_that_fails_does_not_keep_the_function_from_starting() {
    Rehearsal rehearsal =
        Rehearsal.beforeSnapshot(
            () -> {
              throw new IllegalStateException("no network");
            });

    assertThatCode(() -> rehearsal.beforeCheckpoint(Core.getGlobalContext()))
        .doesNotThrowAnyException();
  }

  @Test
  void nobody_has_the_handle_of_a_shop() {
    assertThat(ShopId.parse(Rehearsal.NOBODY)).isPresent();
  }
}
