package dev.musubi.local.stack;

/** A template that this reader does not understand; the message is one sentence naming where. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Refuses the template with {@code sentence}. */
  public TemplateException(String sentence) {
    super(sentence);
  }

  static TemplateException at(String path, String what) {
    return new TemplateException(path + ": " + what + ".");
  }
}
