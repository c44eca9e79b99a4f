package dev.musubi.local.line;

/** Ends a call with LINE's error answer. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Answer answer;

  Refused(Answer answer) {
    super("status " + answer.status(), null, false, false);
    this.answer = answer;
  }

  Refused(int status, String message) {
    this(Answer.error(status, message));
  }

  Answer answer() {
    return answer;
  }
}
