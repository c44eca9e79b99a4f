package dev.musubi.core.sending;

import java.util.Objects;

/**
 * What LINE answered to a push, by what must happen next.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">Retry an
 *     API request</a>
 */
public sealed interface WireOutcome {

  /** 2xx, or 409: this retry key was accepted before. */
  record Accepted(String requestId) implements WireOutcome {
    public Accepted {
      Objects.requireNonNull(requestId, "'requestId' must not be null");
    }
  }

  /** A definite no: nothing was sent by this try. */
  record Refused(String code) implements WireOutcome {
    public Refused {
      Objects.requireNonNull(code, "'code' must not be null");
    }
  }

  /** The plan's monthly messages are used up. */
  record MonthlyLimit() implements WireOutcome {}

  /** Too many requests: try again later. */
  record Throttled() implements WireOutcome {}

  /** LINE does not take the channel's credentials, not even with a new token. */
  record TokenRejected() implements WireOutcome {}

  /** 5xx, no answer, a broken connection: LINE may have accepted it. */
  record Unclear(String cause) implements WireOutcome {
    public Unclear {
      Objects.requireNonNull(cause, "'cause' must not be null");
    }
  }
}
