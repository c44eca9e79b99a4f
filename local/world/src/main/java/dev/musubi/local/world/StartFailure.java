package dev.musubi.local.world;

/** The world can't start; the message is one sentence that says what to do. */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Refuses to start, with a sentence. */
  public StartFailure(String sentence) {
    super(sentence);
  }

  /** Refuses to start, with a sentence and what led to it. */
  public StartFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
