package dev.musubi.local.simulation.plan;

/** What can go wrong, in the words that a story uses. */
public enum Peril {
  DEATH_BEFORE("the process dies before"),
  DEATH_AFTER("the process dies after"),
  STORE_FAILS("no answer and no effect from"),
  STORE_ANSWER_LOST("the effect takes place but the answer is lost from"),
  STALL("the process stalls before"),
  SECRETS_BUSY("the secrets are out of reach for"),
  HALF_SENT("only a part was queued by"),
  STALE_READ("an index answers as of a while ago to"),
  LINE_ERROR("LINE fails without an effect on"),
  LINE_ANSWER_LOST("LINE accepts, but its answer is lost, for"),
  LINE_SLOW("LINE takes seconds over"),
  LINE_THROTTLES("LINE says too many requests to"),
  LINE_REFUSES("LINE refuses with 400"),
  LINE_REJECTS_TOKEN("LINE does not take the credentials of"),
  LINE_LIMIT("LINE says the monthly limit is reached to"),
  SHOPIFY_ERROR("Shopify does not answer"),
  WEBHOOK_LATE("the webhook is late:"),
  WEBHOOK_TWICE("the webhook is delivered twice:"),
  WEBHOOK_ANSWER_LOST("the platform does not see the answer to"),
  MESSAGE_LATE("the queue is slow with"),
  MESSAGE_TWICE("the queue delivers twice:"),
  MESSAGE_AGAIN("the queue forgets that it was deleted:"),
  VISIBILITY_NOT_SET("the visibility could not be set for"),
  SCHEDULE_LATE("the schedule fires late:"),
  SCHEDULE_TWICE("the schedule fires twice:"),
  TICK_TWICE("the quarter hour strikes twice at"),
  TICK_LOST("nothing strikes at");

  private final String words;

  Peril(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
