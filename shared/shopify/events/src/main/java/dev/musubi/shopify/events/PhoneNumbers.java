package dev.musubi.shopify.events;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.musubi.core.people.PhoneHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Phone numbers as people write them, made into the hash by which LINE knows them: E.164 with its
 * plus sign, SHA-256.
 *
 * @see <a
 *     href="https://developers.line.biz/en/docs/partner-docs/line-notification-messages/technical-specs/">LINE
 *     notification messages</a>
 */
final class PhoneNumbers {

  /** A number without a country is of where LINE is: Japan. */
  private static final String HOME = "JP";

  private PhoneNumbers() {}

  /** Nothing, if no number of that country can be read from it. */
  static Optional<PhoneHash> hash(String written, Optional<String> country) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      String region = country.map(code -> code.toUpperCase(Locale.ROOT)).orElse(HOME);
      PhoneNumber number = numbers.parse(written, region);
      return numbers.isValidNumber(number)
          ? Optional.of(hash(numbers.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static PhoneHash hash(String e164) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(e164.getBytes(StandardCharsets.UTF_8));
      return new PhoneHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
