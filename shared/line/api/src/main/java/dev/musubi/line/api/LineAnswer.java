package dev.musubi.line.api;

import com.linecorp.bot.client.base.Result;
import java.util.Objects;
import java.util.Optional;

/** What came of one call to LINE. */
sealed interface LineAnswer<T> {

  record Ok<T>(Result<T> result) implements LineAnswer<T> {
    public Ok {
      Objects.requireNonNull(result, "'result' must not be null");
    }
  }

  /**
   * A status outside 2xx with LINE's reason; {@code accepted} is the request that an earlier try
   * with the same retry key was accepted as.
   */
  record Status<T>(int code, String reason, Optional<String> accepted) implements LineAnswer<T> {
    public Status {
      Objects.requireNonNull(reason, "'reason' must not be null");
      Objects.requireNonNull(accepted, "'accepted' must not be null");
    }
  }

  /** LINE does not take the shop's credentials, not even with a new token. */
  record NoToken<T>() implements LineAnswer<T> {}

  /** No answer that can be understood: LINE may have carried it out. */
  record Unclear<T>(String cause) implements LineAnswer<T> {
    public Unclear {
      Objects.requireNonNull(cause, "'cause' must not be null");
    }
  }
}
