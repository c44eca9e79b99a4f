package dev.musubi.local.line;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How the platform behaves where LINE leaves it open, or where a merchant's plan decides.
 *
 * @param monthlyLimit messages a month for each channel, empty for no limit
 * @param verifiedAccounts whether followers may be listed, which LINE allows to verified accounts
 * @param foreignApi another server answers the Messaging API, so the dialog takes link tokens that
 *     it did not issue
 * @param redelivery what becomes of a webhook that was not taken
 * @param webhookPatience how long a webhook waits for its answer, on the real clock
 * @param silence how long a call that is to time out is held, on the real clock
 */
public record Settings(
    OptionalLong monthlyLimit,
    boolean verifiedAccounts,
    boolean foreignApi,
    Redelivery redelivery,
    Duration webhookPatience,
    Duration silence) {

  /**
   * LINE's redelivery of webhooks; count and interval are LINE's secret, so they are settings.
   *
   * @param count how often at most; 0 is LINE's own default, redelivery off
   * @param interval between two attempts, on the simulator's clock
   */
  public record Redelivery(int count, Duration interval) {
    public Redelivery {
      if (count < 0) {
        throw new IllegalArgumentException("'count' must not be negative");
      }
      requirePositive(interval, "interval");
    }
  }

  public Settings {
    if (monthlyLimit.orElse(0) < 0) {
      throw new IllegalArgumentException("'monthlyLimit' must not be negative");
    }
    requirePositive(webhookPatience, "webhookPatience");
    requirePositive(silence, "silence");
  }

  /**
   * No monthly limit, own API, redelivery on: ten times, every ten seconds; LINE's 2 s patience.
   */
  public static Settings defaults() {
    return new Settings(
        OptionalLong.empty(),
        true,
        false,
        new Redelivery(10, Duration.ofSeconds(10)),
        Duration.ofSeconds(2),
        Duration.ofSeconds(15));
  }

  public Settings withMonthlyLimit(long limit) {
    return new Settings(
        OptionalLong.of(limit), verifiedAccounts, foreignApi, redelivery, webhookPatience, silence);
  }

  public Settings withForeignApi(boolean foreign) {
    return new Settings(
        monthlyLimit, verifiedAccounts, foreign, redelivery, webhookPatience, silence);
  }

  public Settings withVerifiedAccounts(boolean verified) {
    return new Settings(monthlyLimit, verified, foreignApi, redelivery, webhookPatience, silence);
  }

  public Settings withRedelivery(int count, Duration interval) {
    return new Settings(
        monthlyLimit,
        verifiedAccounts,
        foreignApi,
        new Redelivery(count, interval),
        webhookPatience,
        silence);
  }

  public Settings withPatience(Duration webhooks, Duration silentCalls) {
    return new Settings(
        monthlyLimit, verifiedAccounts, foreignApi, redelivery, webhooks, silentCalls);
  }

  private static void requirePositive(Duration value, String name) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException("'" + name + "' must be positive");
    }
  }
}
