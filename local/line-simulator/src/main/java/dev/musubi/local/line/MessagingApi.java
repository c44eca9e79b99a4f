package dev.musubi.local.line;

import java.util.List;
import java.util.stream.Stream;

/** Puts the endpoints of the Messaging API together. */
final class MessagingApi {
  private MessagingApi() {}

  static List<Endpoint> endpoints(
      Platform platform,
      RandomIds ids,
      Settings settings,
      Webhooks webhooks,
      NotificationMail notifications) {
    var mail = new Mail(platform, ids);
    return Stream.of(
            new MessageApi(platform, mail).endpoints(),
            new BroadcastApi(mail).endpoints(),
            new NarrowcastApi(mail).endpoints(),
            new NotificationApi(platform, notifications).endpoints(),
            new AggregationApi().endpoints(),
            new ContentApi().endpoints(),
            new ReadMarkApi(settings.verifiedAccounts()).endpoints(),
            new AccountApi(platform, ids, settings.verifiedAccounts()).endpoints(),
            new WebhookApi(platform, webhooks).endpoints(),
            new CouponApi(ids).endpoints(),
            new AudienceApi(new UploadedIds(platform)).endpoints(),
            menus(ids))
        .flatMap(List::stream)
        .toList();
  }

  /** The default menu's path would be taken for that of a person called "all", so it is first. */
  private static List<Endpoint> menus(RandomIds ids) {
    return Stream.of(
            new MenuAliasApi().endpoints(),
            new MenuBatchApi().endpoints(),
            new RichMenuApi(ids).endpoints(),
            new MenuLinkApi().endpoints())
        .flatMap(List::stream)
        .toList();
  }
}
