package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.people.ErasureProofs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ErasureProofs} does. */
public abstract class ErasureProofsContract {

  private static final ErasureProof FIRST =
      ErasureProof.begin(SHOP, "0a", NOON).holding("links", 2).completed(NOON.plusSeconds(1));

  private ErasureProofs proofs;

  protected abstract ErasureProofs empty();

  @BeforeEach
  final void start() {
    proofs = empty();
  }

  @Test
  void what_nobody_proved_is_absent() {
    assertThat(proofs.newest(SHOP, "0a")).isEmpty();
    assertThat(proofs.of(SHOP)).isEmpty();
  }

  @Test
  void a_proof_is_read_back_whole_and_saving_it_again_replaces_it() {
    proofs.save(ErasureProof.begin(SHOP, "0a", NOON).at("links"));
    proofs.save(FIRST);
    assertThat(proofs.newest(SHOP, "0a")).contains(FIRST);
    assertThat(proofs.of(SHOP)).containsExactly(FIRST);
  }

  @Test
  void of_two_erasures_of_one_person_the_newer_is_found_and_both_are_kept() {
    ErasureProof second = ErasureProof.begin(SHOP, "0a", NOON.plusSeconds(60));
    proofs.save(second);
    proofs.save(FIRST);
    assertThat(proofs.newest(SHOP, "0a")).contains(second);
    assertThat(proofs.of(SHOP)).containsExactly(FIRST, second);
  }

  @Test
  void nobody_is_taken_for_another_whose_hash_begins_alike() {
    proofs.save(ErasureProof.begin(SHOP, "0ab", NOON));
    assertThat(proofs.newest(SHOP, "0a")).isEmpty();
  }

  @Test
  void two_shops_are_kept_apart() {
    proofs.save(FIRST);
    assertThat(proofs.newest(OTHER_SHOP, "0a")).isEmpty();
    assertThat(proofs.of(OTHER_SHOP)).isEmpty();
  }
}
