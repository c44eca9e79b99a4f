package dev.musubi.local.simulation.world;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shop.Kind;
import dev.musubi.local.simulation.plan.Act;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Between the numbers of the plan and the identities that the product knows. */
final class Numbers {

  private Numbers() {}

  static LineUserId user(int account) {
    return new LineUserId("U" + "0".repeat(24) + HexFormat.of().toHexDigits(account));
  }

  static int account(LineUserId user) {
    return Integer.parseInt(user.value().substring(1), 16);
  }

  static int shop(String handle) {
    return handle.charAt(handle.length() - 1) - 'a';
  }

  /** The order that an act makes: the number in the act's name. */
  static int order(Act act) {
    return Integer.parseInt(act.id().substring(act.id().lastIndexOf('-') + 1));
  }

  /** The phone number that a customer gives with every order. */
  static String phone(int customer) {
    return "+81901%07d".formatted(customer);
  }

  /** What LINE finds the customer by. */
  static PhoneHash phoneHash(int customer) {
    try {
      byte[] digits = phone(customer).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(digits);
      return new PhoneHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What a phone shows of an occasion: of a cart only which one it is, not which reminder. */
  static String shown(Kind kind, String occurrence) {
    return switch (kind) {
      case CART, RESTOCK -> occurrence.substring(0, occurrence.indexOf('#'));
      case BROWSE, ORDER, SHIPPING -> occurrence;
    };
  }

  /** Of an addressee's key. */
  static int customer(String key) {
    return Integer.parseInt(key.substring(key.indexOf(':') + 1));
  }
}
