package dev.musubi.core.sending;

import dev.musubi.core.shop.Language;
import java.time.ZoneId;

/**
 * Why a message was not sent, or not yet: a value with its facts, and a sentence for a merchant.
 */
public sealed interface Reason permits ShopClosed, Ineligible, Unwanted, Untimely, AtLine {

  /** The policy that spoke, untranslated. */
  String policy();

  String sentence(Language language, ZoneId zone);

  /** {@code <policy>: <sentence>}. */
  default String text(Language language, ZoneId zone) {
    return policy() + ": " + sentence(language, zone);
  }
}
