package dev.musubi.local.line;

import java.util.Objects;

/**
 * What LINE lets one account do with notification messages.
 *
 * @param template whether the template form is approved; without it LINE answers 403
 * @param flexible whether the flexible form is approved; the same
 * @param templates the keys that the account may use
 * @param receipts when the {@code delivery} webhook comes
 */
public record NotificationRights(
    boolean template, boolean flexible, NotificationTemplates templates, Receipts receipts) {

  public NotificationRights {
    Objects.requireNonNull(templates, "'templates' must be given");
    Objects.requireNonNull(receipts, "'receipts' must be given");
  }

  /** An account that never applied. */
  public static NotificationRights none() {
    return new NotificationRights(
        false, false, NotificationTemplates.documented(), Receipts.atOnce());
  }

  /** An approved account: both forms, the documented keys, webhooks at once. */
  public static NotificationRights approved() {
    return new NotificationRights(
        true, true, NotificationTemplates.documented(), Receipts.atOnce());
  }

  public NotificationRights with(NotificationTemplates other) {
    return new NotificationRights(template, flexible, other, receipts);
  }

  public NotificationRights with(Receipts other) {
    return new NotificationRights(template, flexible, templates, other);
  }
}
