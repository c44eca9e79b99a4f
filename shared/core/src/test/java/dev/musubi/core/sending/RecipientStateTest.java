package dev.musubi.core.sending;

import static dev.musubi.core.sending.Given.DUE;
import static dev.musubi.core.sending.Given.HANA;
import static dev.musubi.core.sending.Given.INTENT;
import static dev.musubi.core.sending.Given.RUN;
import static dev.musubi.core.sending.Given.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Kind;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecipientStateTest {

  private static final Instant NEXT_MORNING = DUE.plusSeconds(14 * 3600);

  @Test
  void a_message_that_is_tried_again_counts_from_its_newest_try_on() {
    RecipientState reserved = reserved();
    Slot again = slot(NEXT_MORNING, RUN.plusDays(1));
    Mark.InFlight mark = (Mark.InFlight) reserved.mark(INTENT.id()).orElseThrow();

    assertThat(reserved.retry(mark, again).ledger().slots()).containsExactly(again);
  }

  @Test
  void a_released_message_counts_no_more_and_stays_known() {
    RecipientState reserved = reserved();
    Mark.InFlight mark = (Mark.InFlight) reserved.mark(INTENT.id()).orElseThrow();
    RecipientState released = reserved.release(INTENT.id(), mark);

    assertThat(released.ledger().slots()).isEmpty();
    assertThat(released.mark(INTENT.id())).contains(mark.released());
  }

  private static RecipientState reserved() {
    return RecipientState.unknown(SHOP, HANA).reserve(INTENT, Given.firstTry(DUE), slot(DUE, RUN));
  }

  private static Slot slot(Instant at, LocalDate on) {
    return new Slot(Kind.BROWSE, INTENT.id(), at, on);
  }
}
