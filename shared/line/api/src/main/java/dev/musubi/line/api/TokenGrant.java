package dev.musubi.line.api;

import dev.musubi.core.shop.Secret;
import java.util.Objects;

/** What came of asking for a channel access token. */
sealed interface TokenGrant {

  record Granted(Secret token) implements TokenGrant {
    public Granted {
      Objects.requireNonNull(token, "'token' must not be null");
    }
  }

  /** The shop has no credentials, or LINE takes none of them. */
  record Denied() implements TokenGrant {}

  /** Nobody can tell yet. */
  record Unanswered(String cause) implements TokenGrant {
    public Unanswered {
      Objects.requireNonNull(cause, "'cause' must not be null");
    }
  }
}
