package dev.musubi.core.sending;

/** The ways that a message can go: to a friend's chat, or by phone to who is no friend. */
public record Ways(Attempt byChat, ByPhone byPhone) {

  Attempt.Made make(SendIntent intent, Dossier dossier, int receives) {
    return byPhone
        .make(intent, dossier, receives)
        .orElseGet(() -> byChat.make(intent, dossier, receives));
  }
}
