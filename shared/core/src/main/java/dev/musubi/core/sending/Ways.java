package dev.musubi.core.sending;

import dev.musubi.core.people.Fate;
import java.util.Optional;

/** The ways that a message can go: to a friend's chat, or by phone to who is no friend. */
public record Ways(Attempt byChat, ByPhone byPhone) {

  Attempt.Made make(SendIntent intent, Dossier dossier, int receives) {
    return byPhone(intent, dossier, receives)
        .orElseGet(() -> byChat.make(intent, dossier, receives));
  }

  /** What was asked for before a merge is awaited under the name that LINE knows it by. */
  private Optional<Attempt.Made> byPhone(SendIntent intent, Dossier dossier, int receives) {
    return switch (dossier.fate()) {
      case Fate.Stands stands -> byPhone.make(intent, dossier, receives);
      case Fate.Erased erased -> Optional.empty();
      case Fate.MergedInto merged ->
          byPhone.asked(intent).or(() -> byPhone.make(dossier.standing(intent), dossier, receives));
    };
  }
}
